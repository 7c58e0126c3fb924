import { defineRule } from '../rule.ts'
import { writtenTexts } from '../written-texts.ts'

/** A text without one of the languages of the project: its readers would see another language. */
export const missingText = defineRule('lint/missing-text', (definition, { languages }, report) => {
  for (const { what, text, at } of writtenTexts(definition)) {
    for (const language of languages) {
      if ((text[language] ?? '').trim() === '') report({ what, language }, at)
    }
  }
})
