import { useActionData, useSearchParams } from "react-router";
import { Notice } from "./notice.tsx";

const SAID = { saved: "保存しました。", removed: "削除しました。" } as const;

/** What was just done, said on the page that a form led to by `?saved` or `?removed`; until the next form fails. */
export function Done() {
  const [params] = useSearchParams();
  const failed = useActionData() !== undefined;
  const done = (["saved", "removed"] as const).find((one) => params.has(one));
  return done && !failed ? <Notice kind="success" title={SAID[done]} /> : null;
}
