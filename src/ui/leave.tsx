/**
 * A quick way off, to a page that says nothing. It leads by the page itself, whose loader answers `?leave`: with `awayFrom`
 * (`platform/web/away.ts`), or by locking itself again on the way.
 */
export const Leave = ({ label }: { label: string }) => (
  <a
    href="?leave"
    rel="noreferrer"
    className="no-print fixed right-3 bottom-3 rounded bg-blue-900 px-4 py-3 text-white"
  >
    {label}
  </a>
);
