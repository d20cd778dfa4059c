import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const call = /import\.meta\.glob(?:<[^(]*>)?\(\s*'\.\/\*\/([\w.-]+)',\s*\{\s*eager:\s*true\s*\}\s*\)/g;

/**
 * What Vite does by itself: `import.meta.glob('./*\/name.ts', { eager: true })` becomes the modules of that name in the
 * folders beside the file.
 *
 * @type {import('esbuild').Plugin}
 */
export const globImports = {
  name: 'glob-imports',
  setup(build) {
    build.onLoad({ filter: /[\\/]shared[\\/]providers[\\/]built-in\.ts$/ }, ({ path }) => {
      const folder = dirname(path);
      /** @type {string[]} */
      const imports = [];
      const text = readFileSync(path, 'utf8').replace(call, (_whole, name) => {
        const members = foldersWith(folder, name).map((place, index) => {
          imports.push(`import * as module${index} from './${place}/${name}';`);
          return `'./${place}/${name}': module${index}`;
        });
        return `{ ${members.join(', ')} }`;
      });
      return { contents: [...imports, text].join('\n'), loader: 'ts', resolveDir: folder, watchDirs: [folder] };
    });
  },
};

/**
 * @param {string} folder
 * @param {string} name
 */
function foldersWith(folder, name) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && readdirSync(join(folder, entry.name)).includes(name))
    .map((entry) => entry.name)
    .toSorted();
}
