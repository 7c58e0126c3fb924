import { defineRule } from '../rule.ts'

/** A text without one of the languages of the project: its readers would see another language. */
export const missingText = defineRule('lint/missing-text', (definition, { languages }, report) => {
  for (const { what, text, ...at } of definition.written.texts) {
    for (const language of languages) {
      if ((text[language] ?? '').trim() === '') report({ what, language }, at)
    }
  }
})
