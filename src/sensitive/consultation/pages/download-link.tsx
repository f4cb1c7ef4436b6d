const TYPES = { pdf: "application/pdf", json: "application/json" } as const;

/** A file that came with the answer of a form and is kept nowhere else: it is gone with the page. */
export const DownloadLink = ({
  name,
  content,
  type,
}: {
  name: string;
  content: string;
  type: keyof typeof TYPES;
}) => (
  <a className="text-blue-1000 underline" href={`data:${TYPES[type]};base64,${content}`} download={name}>
    {name} を保存する
  </a>
);
