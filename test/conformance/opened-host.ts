/** What the suite asks of whoever opens a host. Nothing here supposes that the host is in this process. */
import type { Host } from '../../engine/host/host.ts'
import type { Plugin } from '../../engine/plugin/plugin.ts'

/** Time as the host sees it; nothing else moves it. */
export interface Clock {
  now(): number
  set(at: number): Promise<void>
  advance(by: number): Promise<void>
}

export interface OpenedHost {
  readonly host: Host
  readonly clock: Clock
  /** Ends the host and opens it anew over what was stored; nothing compiled is carried over. */
  reopen(): Promise<Host>
  /** Changes a stored journal entry behind the host's back. */
  tamper(instance: string, step: number): Promise<void>
  close(): Promise<void>
}

export interface HostSetup {
  /** A project folder with its definitions, calendar and organisation; the organisation is to be loaded. */
  readonly folder: string
  readonly plugins: readonly Plugin[]
  readonly startAt: number
}

export interface HostUnderTest {
  readonly name: string
  open(setup: HostSetup): Promise<OpenedHost>
  /** Scenarios this host cannot pass yet, and why. */
  readonly skip: readonly { readonly test: string; readonly reason: string }[]
}
