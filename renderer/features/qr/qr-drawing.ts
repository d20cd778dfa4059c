import type { QrModules } from './qr-modules.ts';

/** Of `ImageData`: four bytes for each pixel, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/** What is dark, as the path of an SVG whose unit is one module: runs, so that no seam shows between modules. */
export function qrPath(modules: QrModules): string {
  return modules
    .flatMap((row, y) => darkRuns(row).map(({ start, length }) => `M${start} ${y}h${length}v1h${-length}z`))
    .join('');
}

/** The code as a file of its own, for printing at any size. */
export function qrSvgFile(modules: QrModules): string {
  const { length: size } = modules;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">`,
    `<rect width="${size}" height="${size}" fill="#fff"/><path d="${qrPath(modules)}" fill="#000"/></svg>`,
  ].join('');
}

/** `scale`: pixels for the side of one module. */
export function qrPixels(modules: QrModules, scale: number): Pixels {
  const side = modules.length * scale;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [y, row] of modules.entries()) {
    for (const { start, length } of darkRuns(row)) {
      for (let line = y * scale; line < (y + 1) * scale; line += 1) {
        for (let column = start * scale; column < (start + length) * scale; column += 1) {
          data.fill(0, (line * side + column) * 4, (line * side + column) * 4 + 3);
        }
      }
    }
  }
  return { width: side, height: side, data };
}

function darkRuns(row: readonly boolean[]): readonly { readonly start: number; readonly length: number }[] {
  const runs: { start: number; length: number }[] = [];
  for (const [index, dark] of row.entries()) {
    const last = runs.at(-1);
    if (!dark) continue;
    if (last && last.start + last.length === index) last.length += 1;
    else runs.push({ start: index, length: 1 });
  }
  return runs;
}
