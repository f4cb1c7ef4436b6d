import { onTarget } from "#foundation/authority/public.ts";
import { signedInRequest } from "#foundation/identity/public.ts";
import { newId, type OrganisationId } from "#platform/kernel/ids.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import { readList } from "#platform/lists/list.ts";
import type { Input } from "#platform/web/fields.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { SelectField, TextField } from "#ui/field.tsx";
import { DayField } from "#ui/field-kinds.tsx";
import { Folded } from "#ui/fold.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Line, Lines } from "#ui/lines.tsx";
import { ListTable } from "#ui/list.tsx";
import { Empty } from "#ui/notice.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { handOverCases } from "../cases/assignment.commands.server.ts";
import { CASES, WHICH_CASES } from "../cases/case.present.ts";
import { listCases, searchClients } from "../cases/case.queries.server.ts";
import type { Route } from "./+types/cases";
import { OfficeLinks } from "./more-links.tsx";

const PARTS: Readonly<Record<(typeof WHICH_CASES)[number], string>> = {
  new: "新規",
  today: "本日",
  overdue: "期限超過",
  climbed: "責任者の対応",
  waiting: "他機関待ち",
  silent: "30日連絡なし",
  mine: "自分の担当",
  open: "継続中",
  closed: "終了",
};

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const list = readList(CASES, url.searchParams);
  const view = shown(await listCases(app, actor, { organisation: params.organisation, list }));
  return { ...view, once: newId() as string };
}

export async function action({ context, params, request, url }: Route.ActionArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const organisation = params.organisation as OrganisationId;
  const on = onTarget(app, actor, { organisation });
  const asked = (input: Input, name: string) => String(input[name] ?? "");
  const searching = onTarget(app, actor, (input) => ({
    organisation,
    name: asked(input, "name"),
    kana: asked(input, "kana"),
    birthDate: asked(input, "birthDate"),
    phone: asked(input, "phone"),
  }));
  return answerForm<{ found: readonly Found[] }>(request, [
    on(handOverCases, () => `/offices/${organisation}/cases?saved`),
    searching(searchClients, ({ cases }) => ({
      found: cases.map(({ id, number, who, openedOn }) => ({
        ...{ id, number, who, openedOn: showDateJa(openedOn) },
      })),
    })),
  ]);
}

type Found = Readonly<{ id: string; number: string; who: string; openedOn: string }>;

export const meta = () => [{ name: "robots", content: "noindex" }];

export default function Cases({ loaderData, actionData, params }: Route.ComponentProps) {
  const { counts, which, maySupervise, colleagues, once } = loaderData;
  const base = `/offices/${params.organisation}`;
  const found = actionData && "found" in actionData ? actionData.found : undefined;
  const options = colleagues.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <PageHead
        title="相談・紹介"
        actions={
          <>
            <ButtonLink kind="primary" to={`${base}/cases/new`}>
              相談を受け付ける
            </ButtonLink>
            <ButtonLink to={`${base}/referrals`}>紹介</ButtonLink>
            <ButtonLink to={`${base}/appointments`}>予約</ButtonLink>
          </>
        }
      />
      <nav aria-label="相談の区分" className="mb-4 flex flex-wrap gap-x-5 gap-y-1">
        {WHICH_CASES.map((one) =>
          one === which ? (
            <strong key={one} aria-current="page" className="border-b-4 border-blue-900">
              {PARTS[one]} {counts[one]}
            </strong>
          ) : (
            <TextLink key={one} to={`?which=${one}`}>
              {PARTS[one]} {counts[one]}
            </TextLink>
          ),
        )}
      </nav>
      <ListTable
        {...loaderData}
        caption={PARTS[which]}
        columns={CASES.columns}
        rowKey={(row) => row.id}
        open={(row) => `${base}/cases/${row.id}`}
        empty={<Empty title={`「${PARTS[which]}」の相談はありません`} />}
      />
      <Section
        title="相談者の検索"
        lead="入力したすべての項目が一致する方を検索します。氏名は、姓名をすべて入力してください。"
      >
        <CommandForm command="client.search" answer={actionData} submit="検索する" kind="secondary" private>
          <div className="max-w-4xl gap-x-8 sm:grid sm:grid-cols-2">
            <TextField label="氏名" name="name" optional />
            <TextField label="ふりがな" name="kana" optional />
            <DayField label="生年月日" name="birthDate" optional />
            <TextField label="電話番号" name="phone" type="tel" optional />
          </div>
        </CommandForm>
        {found ? (
          <div role="status" className="mt-4">
            {found.length === 0 ? <p>一致する方は登録されていません。</p> : null}
            <Lines>
              {found.map((one) => (
                <Line key={one.id}>
                  <TextLink to={`${base}/cases/${one.id}`}>
                    {one.number} {one.who}
                  </TextLink>
                  <span>{one.openedOn}</span>
                </Line>
              ))}
            </Lines>
          </div>
        ) : null}
      </Section>
      {maySupervise ? (
        <Section title="担当の引継ぎ">
          <Folded summary="担当者の相談をすべて引き継ぐ">
            <CommandForm command="case.hand-over" answer={actionData} once={once} submit="引き継ぐ">
              <SelectField label="引継ぎ元の担当者" name="from" empty="選択してください" options={options} />
              <SelectField label="引継ぎ先の担当者" name="to" empty="選択してください" options={options} />
            </CommandForm>
          </Folded>
        </Section>
      ) : null}
      <OfficeLinks base={base} supervises={maySupervise} />
    </>
  );
}
