/** What a validator says of one fault; `params` depend on `keyword`. */
export interface ShapeError {
  readonly instancePath: string
  readonly schemaPath: string
  readonly keyword: string
  readonly params: Readonly<Record<string, unknown>>
  readonly propertyName?: string
  readonly schema?: unknown
  readonly parentSchema?: Readonly<Record<string, unknown>>
  readonly data?: unknown
}

/** Answers whether a value fits; its faults stay on the function until the next call. */
export interface Validate {
  (value: unknown): boolean
  errors?: readonly ShapeError[] | null
}

/** Any document as it is written. */
export declare const validateWritten: Validate

/** A process whose templates are expanded. */
export declare const validateExpanded: Validate
