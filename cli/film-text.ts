/** A rehearsal's film, for people and as JSON. */
import type { JsonObject } from '../engine/expression/type.ts'
import type { Text } from '../engine/problem/problem.ts'
import type { Film, Scene } from '../engine/rehearsal/film.ts'
import { iso } from './json-forms.ts'
import type { Page } from './page.ts'

/** When, who, what, scene by scene, and how it ended. Scenes of children stand in. */
export function filmText(film: Film, title: Text, page: Page): string {
  const [main, ...others] = film.instances
  const rows = film.scenes.map((scene) => [
    page.moment(scene.at),
    scene.who === undefined ? '' : page.name(scene.who),
    whatText(scene, scene.instance !== main?.id, page),
    page.list((scene.to ?? []).map((id) => page.name(id))),
    scene.notes.map((note) => page.said(note)).join('; '),
  ])
  const distance = page.distance(film.ended - film.started)
  const outcome = film.scenes.findLast(({ kind, instance }) => kind === 'end' && instance === main?.id)
  return [
    page.paint('bold', page.say('film.title', { title: page.text(title), seed: film.seed })),
    '',
    page.table(['column.at', 'column.who', 'column.what', 'column.for', 'column.note'], rows),
    page.paint(
      film.status === 'completed' ? 'green' : 'red',
      page.say(`film.${film.status}`, { distance, outcome: outcome === undefined ? '' : page.said(outcome.what) }),
    ),
    page.say('film.steps', { steps: film.steps, instances: others.length + 1 }),
    '',
  ].join('\n')
}

function whatText(scene: Scene, isChild: boolean, page: Page): string {
  const place = scene.where.map((title) => page.said(title))
  const what = page.said(scene.what)
  const kind = page.say(scene.outcome === undefined ? `scene.${scene.kind}` : `scene.${scene.outcome}`)
  const around = place
    .filter((title) => title !== what)
    .slice(-2)
    .join(' › ')
  return `${isChild ? '  ' : ''}${kind}${page.locale === 'zh' ? '：' : ': '}${what}${around === '' ? '' : page.paint('dim', page.aside(around))}`
}

/** The film as docs/cli.md shows it. */
export function filmJson(film: Film, page: Page): JsonObject {
  return {
    process: film.process,
    seed: film.seed,
    status: film.status,
    started: iso(film.started),
    ended: iso(film.ended),
    steps: film.steps,
    scenes: film.scenes.map((scene) => ({
      at: iso(scene.at),
      instance: scene.instance,
      process: scene.process,
      kind: scene.kind,
      ...(scene.who !== undefined && { who: scene.who }),
      ...(scene.to && { to: scene.to }),
      what: page.said(scene.what),
      where: scene.where.map((title) => page.said(title)),
      ...(scene.outcome !== undefined && { outcome: scene.outcome }),
      notes: scene.notes.map((note) => page.said(note)),
      entered: scene.entered,
    })),
    instances: film.instances.map(({ id, process, name, status, parent, startedAt, at, outcome, output }) => ({
      id,
      process,
      name: page.said(name),
      status,
      ...(parent !== undefined && { parent }),
      startedAt: iso(startedAt),
      at: iso(at),
      ...(outcome !== undefined && { outcome }),
      ...(output && { output }),
    })),
  }
}
