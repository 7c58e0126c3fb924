/** The short label of an arrow. */
import type { Definition, Transition } from '../definition/definition.ts'
import type { Locale } from '../problem/problem.ts'
import { pictureWord } from './picture-words.ts'
import { sayGuard } from './say-guard.ts'
import { sayLength } from './say-length.ts'
import { humanise, inLanguage, sayPhrase } from './say-text.ts'

/**
 * What makes the transition happen, and in brackets when: `Lose`, `after 10 weeks`, `done [verdict = adopt]`. A note
 * is said in place of the guard. Empty for an `always` without guard.
 */
export function describeTransition(transition: Transition, definition: Definition, locale: Locale): string {
  const condition = describeCondition(transition, definition, locale)
  const trigger = describeTrigger(transition, definition, locale)
  return [trigger, condition && `[${condition}]`].filter(Boolean).join(locale === 'zh' ? '' : ' ')
}

/** The label without what stands in brackets. */
export function describeTrigger({ trigger, source }: Transition, definition: Definition, locale: Locale): string {
  switch (trigger.kind) {
    case 'event':
      return eventTitle(trigger.event, definition, locale)
    case 'ending':
      return endingTitle(trigger.ending, definition, locale)
    case 'rhythm-ending':
      return endingTitle(trigger.ending, definition, locale)
    case 'done':
      return pictureWord('done', locale)
    case 'always':
      return ''
    case 'after': {
      const length = sayLength(trigger.length.text, definition, locale)
      return locale === 'zh' ? `${length}后` : `after ${length}`
    }
    case 'at': {
      const moment = sayLength(trigger.when.text, definition, locale)
      if (moment === '…') return pictureWord('atItsTime', locale)
      return locale === 'zh' ? `到${moment}时` : `at ${moment}`
    }
    case 'every':
      return describeRhythm(source, trigger.key, definition, locale)
  }
}

/** `every 2 weeks`, by the key of a rhythm of the state. */
export function describeRhythm(source: string, key: string, definition: Definition, locale: Locale): string {
  const rhythm = definition.states.get(source)?.rhythms.find((candidate) => candidate.key === key)
  const length = sayLength(rhythm?.length.text ?? key, definition, locale)
  return locale === 'zh' ? `每${length}` : `every ${length.replace(/^1 /, '')}`
}

function eventTitle(event: string, definition: Definition, locale: Locale): string {
  const title = definition.events[event]?.title
  return title ? inLanguage(title, locale) : humanise(event)
}

function endingTitle(ending: string, definition: Definition, locale: Locale): string {
  if (ending === 'done' || ending === 'failed' || ending === 'approved' || ending === 'rejected')
    return pictureWord(ending, locale)
  if (definition.events[ending]?.title || locale === 'en') return eventTitle(ending, definition, locale)
  // A business name without a title is English; a Chinese picture says what it amounts to.
  return ending === ending.toUpperCase() ? pictureWord('done', locale) : humanise(ending)
}

function describeCondition(transition: Transition, definition: Definition, locale: Locale): string {
  if (transition.note) return sayPhrase(transition.note, locale)
  if (transition.guard) return sayGuard(transition.guard.text, definition, locale)
  return isRest(transition, definition) ? pictureWord('otherwise', locale) : ''
}

/** Whether it is what remains after alternatives with guards. */
function isRest(transition: Transition, definition: Definition): boolean {
  const siblings = definition.states.get(transition.source)?.transitions ?? []
  const same = siblings.filter(({ trigger }) => JSON.stringify(trigger) === JSON.stringify(transition.trigger))
  const guarded = same.filter(({ guard, index }) => guard && index < transition.index)
  return guarded.length > 0
}
