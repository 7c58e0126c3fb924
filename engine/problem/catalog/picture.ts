import type { CatalogTable } from './entry.ts'

/** Codes `picture/…`: a picture that cannot be made. */
export const pictureCodes = {
  'picture/no-rasteriser': {
    severity: 'error',
    sentence: {
      en: 'What makes PNG pictures, or its font, is not installed.',
      zh: '未安装生成 PNG 图片的组件或其字体。',
    },
    hint: {
      en: 'Install the optional dependencies (npm ci without --omit=optional), or draw SVG.',
      zh: '请安装可选依赖（npm ci 不要加 --omit=optional），或改用 SVG。',
    },
  },
} as const satisfies CatalogTable
