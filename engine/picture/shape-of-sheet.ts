/** Width to height of a picture that suits a screen and a slide. */
const bestRatio = 1.5

/** How far a picture is from that shape; 0 is exactly it. */
export function misfit({ width, height }: { readonly width: number; readonly height: number }): number {
  return Math.abs(Math.log(width / height / bestRatio))
}
