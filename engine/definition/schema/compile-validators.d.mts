/** What is generated, by file name. */
export declare function generate(): Promise<Record<'written.schema.json' | 'validators.js' | 'language.ts', string>>
