const whenRun = 'tells of data, which no document has'
const whenGiven = 'tells of a value that somebody hands in'

const shapeFirst = 'the shape is judged first and tells it; guards readings without it'

/** Codes of the stages of reading that no document beside a sound project can bring about, each with the reason. */
export const notToldByReading: Readonly<Record<string, string>> = {
  'expression/absent': whenRun,
  'expression/division-by-zero': whenRun,
  'expression/no-such-item': whenRun,
  'expression/empty-list': whenRun,
  'expression/negative-length': whenRun,
  'expression/text-too-long': whenRun,
  'expression/bad-value': whenRun,
  'expression/value-missing': whenGiven,
  'expression/value-unknown-field': whenGiven,
  'expression/value-wrong-type': whenGiven,
  'expression/value-unknown-word': whenGiven,
  'expression/value-too-small': whenGiven,
  'expression/value-too-large': whenGiven,
  'expression/value-too-few': whenGiven,
  'expression/value-too-many': whenGiven,
  'definition/each-form': shapeFirst,
  'definition/remind-form': shapeFirst,
  'lint/rule-failed': 'tells that a rule is wrong, and no rule is',
}
