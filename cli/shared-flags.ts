/** Flags that several commands take. */
import * as Flags from '@oclif/core/flags'

/** Where fields come from. */
export const fieldFlags = {
  set: Flags.string({ multiple: true, multipleNonGreedy: true, helpValue: 'FIELD=VALUE' }),
  input: Flags.string({ helpValue: 'FILE|-' }),
}

/** A remark for the journal. */
export const comment = Flags.string({ helpValue: 'TEXT' })
