/** Flags that several commands take. */
import * as Flags from '@oclif/core/flags'

/** Where fields come from. */
export const fieldFlags = {
  set: Flags.string({ multiple: true, multipleNonGreedy: true, helpValue: 'FIELD=VALUE' }),
  input: Flags.string({ helpValue: 'FILE|-' }),
}

/** A remark for the journal. */
export const comment = Flags.string({ helpValue: 'TEXT' })

/** Draws the answer again after each change. */
export const watch = Flags.boolean()

/** Goes on without a question. */
export const yes = Flags.boolean()
