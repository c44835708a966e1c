// Builds the front end: Sass and JavaScript sources beside this file become hub/static/hub/, which git ignores.
// Run by `npm run build`; `npm run watch` builds again whenever a source changes.
import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { watch } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import * as sass from 'sass'

const assets = dirname(fileURLToPath(import.meta.url))
const project = join(assets, '..', '..')
const output = join(project, 'hub', 'static', 'hub')
const packages = join(project, 'node_modules')
const faces = ['400-normal', '400-italic', '600-normal', '700-normal']

const sheets = { 'main.scss': 'hub.css', 'admin.scss': 'admin.css' }

async function styles() {
  for (const [source, target] of Object.entries(sheets)) {
    const { css } = await sass.compileAsync(join(assets, 'scss', source), {
      loadPaths: [packages],
      style: 'compressed',
      quietDeps: true
    })
    await writeFile(join(output, target), css)
  }
}

async function script() {
  await build({
    entryPoints: [join(assets, 'js', 'main.js')],
    outfile: join(output, 'hub.js'),
    nodePaths: [packages],
    bundle: true,
    format: 'esm',
    minify: true,
    target: 'es2020',
    logLevel: 'warning'
  })
}

async function fonts() {
  const source = join(packages, '@fontsource', 'atkinson-hyperlegible-next')
  const target = join(output, 'fonts')
  await mkdir(target, { recursive: true })
  for (const face of faces) {
    const name = `atkinson-hyperlegible-next-latin-${face}.woff2`
    await cp(join(source, 'files', name), join(target, name))
  }
  await cp(join(source, 'LICENSE'), join(target, 'LICENSE'))
}

async function images() {
  for (const name of await readdir(join(assets, 'images'))) {
    await cp(join(assets, 'images', name), join(output, name))
  }
}

async function everything() {
  await rm(output, { recursive: true, force: true })
  await mkdir(output, { recursive: true })
  await Promise.all([styles(), script(), fonts(), images()])
}

function keepBuilding() {
  let waiting
  watch(assets, { recursive: true }, () => {
    clearTimeout(waiting)
    waiting = setTimeout(async () => {
      try {
        await everything()
        console.log('Built again.')
      } catch (error) {
        console.error(error.message)
      }
    }, 100)
  })
}

await everything()
console.log('The front end is built: hub/static/hub')
if (process.argv.includes('--watch')) keepBuilding()
