import { redirect } from "react-router";
import { typedCode } from "#foundation/links/public.ts";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";
import { PageHead } from "#ui/page.tsx";
import { WORKER } from "../model/stress.messages.ts";
import type { Route } from "./+types/stress-code";

/** Where a worker types the number of the slip. */
export function loader({ url }: Route.LoaderArgs) {
  const code = typedCode(url.searchParams.get("code"));
  if (code) throw redirect(`/stress/${code}`);
  return null;
}

export const meta = () => [{ name: "robots", content: "noindex" }];

export default function StressCode() {
  return (
    <>
      <PageHead title={WORKER.title} lead={WORKER.hidden} />
      <form method="get" action="/stress">
        <TextField label="回答用の番号" name="code" autoComplete="off" className="max-w-60" />
        <Button kind="primary">次へ</Button>
      </form>
    </>
  );
}
