import { TextLink } from "#ui/button.tsx";

export type ShownBody = Readonly<{
  id: string;
  name: string;
  depth: number;
  kind: string;
  /** Of a body of another area, where that is; its members are not shown. */
  elsewhere: Readonly<{ name: string; to: string }> | null;
  members: number | null;
  missing: readonly string[];
}>;

const INDENT = ["", "pl-6", "pl-12", "pl-18"];

/** The bodies as they stand over one another, also those of other areas. */
export function BodyTree({ tree, base }: { tree: readonly ShownBody[]; base: string }) {
  return (
    <ul className="border-t border-solid-gray-300">
      {tree.map((body) => (
        <li
          key={body.id}
          className={`border-b border-solid-gray-300 py-3 ${INDENT[Math.min(body.depth, INDENT.length - 1)]}`}
        >
          <p>
            {body.depth > 0 ? (
              <>
                <span aria-hidden="true" className="mr-2 text-solid-gray-600">
                  └
                </span>
                <span className="sr-only">{body.depth + 1}段目　</span>
              </>
            ) : null}
            {body.elsewhere ? (
              <>
                {body.name}
                <span className="ml-3">
                  <TextLink to={body.elsewhere.to}>{body.elsewhere.name}</TextLink>
                </span>
              </>
            ) : (
              <TextLink to={`${base}/bodies/${body.id}`}>{body.name}</TextLink>
            )}
            <span className="ml-3 text-solid-gray-800">
              {body.kind}
              {body.members === null ? "" : ` ${body.members}団体`}
            </span>
          </p>
          {body.missing.length > 0 ? (
            <p className="text-dns-14N-130">委員のいない分野：{body.missing.join("、")}</p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
