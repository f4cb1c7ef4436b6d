/** A quick way off, to a page that says nothing. */
export const Leave = ({ label }: { label: string }) => (
  <a
    href="https://www.jma.go.jp/"
    rel="noreferrer"
    className="no-print fixed right-3 bottom-3 rounded bg-blue-900 px-4 py-3 text-white"
  >
    {label}
  </a>
);
