/**
 * The schemas that follow from the hand-written one. As written, a document may hold `$name` anywhere inside its
 * templates; once expanded it holds no template, and a state may carry the data and tasks a template gave it.
 */

const argument = '\\$[a-zA-Z][a-zA-Z0-9]*'

const suffix = 'InTemplate'

/** The schema of a document as it is written; what editors use. */
export function writtenSchema(language) {
  const { $defs } = language
  const { template, sharedTemplate: document, ...shared } = $defs
  const inTemplate = Object.entries(shared).map(([name, schema]) => [name + suffix, loosen(schema)])
  const parameters = { with: template.properties.with }
  const body = loosenParts(template)
  const loose = { ...body, properties: { ...body.properties, ...parameters } }
  const templates = { template: loose, sharedTemplate: sharedTemplate(document, loose) }
  return { ...language, $id: 'picket-written', $defs: { ...$defs, ...Object.fromEntries(inTemplate), ...templates } }
}

/** A template as a document of its own: its first key names it. */
function sharedTemplate(document, template) {
  return { ...template, ...document, properties: { ...document.properties, ...template.properties } }
}

/** The schema of a process whose templates are expanded. */
export function expandedSchema(language) {
  const { template, sharedTemplate: document, useState, state, process, plainState, ...$defs } = language.$defs
  const { if: isTemplate, then: asTemplate, else: otherKinds, ...rest } = language
  const { templates, ...properties } = process.properties
  const { data, tasks } = template.properties
  return {
    ...rest,
    ...otherKinds,
    $id: 'picket-expanded',
    $defs: {
      ...$defs,
      process: { ...process, properties },
      state: { ...plainState, properties: { ...plainState.properties, data, tasks } },
    },
  }
}

/** A value that may also be an argument. */
function loosen(schema) {
  if (schema.$ref) return { ...schema, $ref: schema.$ref + suffix }
  const loose = loosenParts(schema)
  if (schema.pattern) return { ...loose, pattern: `^${argument}$|${schema.pattern}` }
  if (schema.type === 'string' || schema.type?.includes?.('string') || !isRestricted(schema)) return loose
  const { description, 'x-name': name, ...rest } = loose
  const named = { ...(description && { description }), ...(name && { 'x-name': name }) }
  const choice = { type: 'string', pattern: `^${argument}$`, 'x-argument': true }
  if (rest.anyOf && !rest.type) return { ...rest, ...named, anyOf: [choice, ...rest.anyOf] }
  return { ...named, anyOf: [choice, { ...rest, ...(name && { 'x-name': name }) }] }
}

function isRestricted({ type, enum: words, const: word, anyOf, if: condition }) {
  return [type, words, word, anyOf, condition].some((part) => part !== undefined)
}

/** The same kind of value, whose parts may be arguments. */
function loosenParts(schema) {
  const { properties, items, additionalProperties, propertyNames, anyOf } = schema
  const isChoice = anyOf?.some((branch) => branch.$ref || branch.type)
  return {
    ...schema,
    ...(properties && { properties: mapValues(properties, loosen) }),
    ...(items && { items: loosen(items) }),
    ...(typeof additionalProperties === 'object' && { additionalProperties: loosen(additionalProperties) }),
    ...(propertyNames && { propertyNames: loosen(propertyNames) }),
    ...(isChoice && { anyOf: anyOf.map(loosenBranch) }),
    ...Object.fromEntries(['then', 'else'].flatMap((key) => (schema[key]?.$ref ? [[key, loosen(schema[key])]] : []))),
  }
}

/** One of several values; that any may be an argument is said once, beside them. */
function loosenBranch(schema) {
  return schema.$ref ? loosen(schema) : loosenParts(schema)
}

/** Without what only people read: the validators carry their schemas with them. */
export function withoutProse(schema) {
  const { $schema, title, description, ...rest } = schema
  return mapParts(rest, withoutProse)
}

/** Only what says a type, in the words the generator of types knows; a reference stands alone. */
export function typesSchema(schema) {
  if (schema.$ref) return { $ref: schema.$ref }
  const {
    if: _if,
    then,
    else: otherwise,
    allOf,
    not,
    propertyNames,
    dependentRequired,
    minItems,
    anyOf,
    ...plain
  } = schema
  if (then && otherwise) return mapParts({ ...without(plain, 'type'), anyOf: [then, otherwise] }, typesSchema)
  const isChoice = anyOf?.some((branch) => branch.$ref || branch.type)
  return mapParts({ ...plain, ...(isChoice && { anyOf }) }, typesSchema)
}

function without(record, key) {
  const { [key]: _, ...rest } = record
  return rest
}

/** The schema with its subschemas changed; what only looks like one, such as a property called `title`, is not taken for one. */
function mapParts(schema, change) {
  const changed = mapValues(schema, (part) => part)
  for (const key of ['$defs', 'properties']) if (schema[key]) changed[key] = mapValues(schema[key], change)
  for (const key of ['anyOf', 'allOf']) if (schema[key]) changed[key] = schema[key].map(change)
  for (const key of ['items', 'additionalProperties', 'propertyNames', 'not', 'if', 'then', 'else']) {
    if (typeof schema[key] === 'object') changed[key] = change(schema[key])
  }
  return changed
}

function mapValues(record, change) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
}
