import { data } from "react-router";
import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Leave } from "#ui/leave.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { readOwnPage, unlockOwnPage, withdrawOwnConsent } from "../person/own-page.commands.server.ts";
import { OWN_TEXTS } from "../person/own-page.messages.ts";
import { isOpened, leftHeaders, openedHeaders, ownDoor } from "../person/own-session.usecases.server.ts";
import type { Route } from "./+types/own";
import { OwnView } from "./own-view.tsx";
import { showDay, showTime } from "./show-time.tsx";

/** A person's own page, by a private link and a word that they chose. */
const languageIn = (url: URL) => (url.searchParams.get("lang") === "en" ? ("en" as const) : ("ja" as const));

export async function loader({ context, params, request, url }: Route.LoaderArgs) {
  const language = languageIn(url);
  if (url.searchParams.has("leave")) throw leftHeaders();
  const { app } = requestOf(context);
  const door = await ownDoor(app, params.token);
  if (!door.ok) return data({ language, view: null, gone: true, once: "", saved: false }, { status: 404 });
  const { holder, person } = door.value;
  if (!isOpened(app, request, person))
    return data({ language, view: null, gone: false, once: "", saved: false });
  const view = shown(await readOwnPage(app, holder, { person }));
  return data({
    language,
    saved: url.searchParams.has("saved"),
    view: {
      ...view,
      consents: view.consents.map((one) => ({
        ...one,
        until: one.until ? showDay(one.until, language) : "",
      })),
      referrals: view.referrals.map((one) => ({
        ...one,
        sentAt: one.sentAt ? showTime(one.sentAt, language) : "",
      })),
      // Several looks of one minute are told once.
      looks: [
        ...new Map(
          view.looks.map((one) => {
            const look = { ...one, at: showTime(one.at, language) };
            return [JSON.stringify(look), look];
          }),
        ).values(),
      ],
    },
    gone: false,
    once: newId() as string,
  });
}

export async function action({ context, params, request, url }: Route.ActionArgs) {
  const { app } = requestOf(context);
  const door = shown(await ownDoor(app, params.token));
  const { holder, person } = door;
  const on = onTarget(app, holder, { person });
  const here = `/own/${params.token}${languageIn(url) === "en" ? "?lang=en" : ""}`;
  const withdrawing = onTarget(app, holder, (input) => ({ person, consent: String(input.consent ?? "") }));
  const opened = isOpened(app, request, person);
  return answerForm<{ wrong: number } | Response>(
    request,
    [
      on(unlockOwnPage, ({ opened: right, left }) =>
        right ? (openedHeaders(app, person, here) as never) : { wrong: left },
      ),
      ...(opened
        ? [withdrawing(withdrawOwnConsent, () => `${here}${here.includes("?") ? "&" : "?"}saved`)]
        : []),
    ],
    { secret: ["passphrase"] },
  );
}

export const meta = () => [
  { name: "robots", content: "noindex" },
  { name: "referrer", content: "no-referrer" },
];

export default function Own({ loaderData, actionData }: Route.ComponentProps) {
  const { view, gone, once, language, saved } = loaderData;
  const text = OWN_TEXTS[language];
  if (gone) return <PageHead title={text.title} lead={text.gone} />;
  if (view) return <OwnView {...{ view, once, saved, language }} answer={actionData} />;
  const wrong = actionData && "wrong" in actionData ? actionData.wrong : undefined;
  return (
    <>
      <PageHead title={text.title} lead={text.ask} />
      {wrong === undefined ? null : (
        <Notice kind="error" title={wrong > 0 ? text.wrong(wrong) : text.shut} language={language} />
      )}
      <CommandForm
        command="own-page.unlock"
        answer={actionData}
        submit={text.open}
        language={language}
        private
      >
        <TextField label={text.word} name="passphrase" type="password" autoComplete="off" />
      </CommandForm>
      <Leave label={text.leave} />
    </>
  );
}
