/** Colours and sizes of the picture. Text on every ground has a contrast of at least 4.5 to 1. */
import type { StateKind } from '../definition/definition.ts'

export const palette = {
  canvas: '#ffffff',
  panel: '#fbfcfd',
  ink: '#1d2733',
  muted: '#4e5b69',
  line: '#66758a',
  border: '#b4bfcc',
  box: '#ffffff',
  containers: ['#f3f6f9', '#e9eef4', '#f3f6f9', '#e9eef4'],
  accent: '#c25e00',
  accentFill: '#ffe3b8',
  accentTint: '#fff3df',
  warning: '#a4262c',
  warningFill: '#fde7e9',
} as const

/** The colour of a kind of state: its badge. */
export const kindColours: Readonly<Record<StateKind, string>> = {
  task: '#1f6f8b',
  approval: '#6a4c93',
  action: '#3f7d4e',
  children: '#8a5a2b',
  wait: '#6b7785',
  compound: '#33475b',
  parallel: '#33475b',
  history: '#33475b',
  final: '#1d2733',
}

/** A stack of system fonts, with Chinese ones of every common system. */
export const fontFamily =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "PingFang SC", "Hiragino Sans GB", ' +
  '"Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", sans-serif'

/** Sizes in pixels. */
export const sizes = {
  title: 14,
  titleLine: 19,
  row: 12,
  rowLine: 17,
  label: 12,
  labelLine: 16,
  widest: 308,
  padding: 12,
  badge: 22,
  gap: 8,
  dot: 16,
  history: 28,
  gutter: 24,
  margin: 32,
} as const
