const PROTOCOLS: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/**
 * The address as a link may carry it, parsed and written anew (a host as punycode); undefined where it is not http,
 * https or mailto, or pretends to another host by a user name. Such an address is shown as text.
 */
export function safeAddress(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  const isSafe = PROTOCOLS.has(url.protocol) && url.username === '' && url.password === '';
  return isSafe ? url.href : undefined;
}

/** What a reader is told about where a link leads: its host, or the address of a mail. */
export function destinationOf(address: string): string {
  const url = new URL(address);
  return url.protocol === 'mailto:' ? url.pathname : url.host;
}
