/**
 * Work whose outcome is asked for only later. Where it fails before, Node would end the process over a rejection that nobody
 * handles; whoever awaits it is told all the same.
 */
export function awaitedLater<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
}
