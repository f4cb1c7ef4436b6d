import { data, redirect } from "react-router";
import { requestOf } from "#foundation/identity/public.ts";
import { typedCode } from "#foundation/links/public.ts";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { readForm } from "../answering/answer.usecases.server.ts";
import { workerDoor } from "../answering/door.usecases.server.ts";
import { WORKER } from "../model/stress.messages.ts";
import type { Route } from "./+types/stress-code";

/** Where a worker types the number of the slip. One that is unknown comes back with what was typed. */
export async function loader({ context, url }: Route.LoaderArgs) {
  const typed = url.searchParams.get("code");
  if (typed === null) return data({ typed: "", error: "" });
  const code = typedCode(typed);
  const { holder, held } = workerDoor(code);
  const found = code === "" ? undefined : await readForm(requestOf(context).app, holder, { held });
  if (found?.ok) throw redirect(`/stress/${code}`);
  return data({ typed, error: code === "" ? WORKER.noCode : WORKER.unknown }, { status: 422 });
}

export const handle = { japaneseOnly: true };
export const meta = () => [
  { name: "robots", content: "noindex" },
  { name: "referrer", content: "no-referrer" },
];

export default function StressCode({ loaderData: { typed, error } }: Route.ComponentProps) {
  return (
    <div className="max-w-2xl">
      <PageHead title={WORKER.title} lead={WORKER.hidden} />
      {error ? <Notice kind="error" title={error} /> : null}
      <form method="get" action="/stress">
        <TextField
          label={WORKER.code}
          hint={WORKER.codeHint}
          name="code"
          defaultValue={typed}
          errors={error ? [WORKER.mend] : undefined}
          autoComplete="off"
          autoCapitalize="characters"
          className="max-w-60"
        />
        <Button kind="primary">次へ</Button>
      </form>
      <p className="my-8 border-t border-solid-gray-300 pt-4">{WORKER.ask}</p>
    </div>
  );
}
