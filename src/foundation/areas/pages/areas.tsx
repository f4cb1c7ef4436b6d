import { Form, Link } from "react-router";
import { requestOf } from "#foundation/identity/public.ts";
import { shown } from "#platform/web/refusal.ts";
import { Button, TextLink } from "#ui/button.tsx";
import { SelectField, TextField } from "#ui/field.tsx";
import { Empty, Notice } from "#ui/notice.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { type AreaBrowse, browseAreas, LIST_LIMIT } from "../browse/usecases.server.ts";
import { kindLabel, type Language, profileOf, REGIONS, TEXT, wrongCheckDigit } from "../messages.ts";
import { AREA_KINDS } from "../schema.ts";
import type { Route } from "./+types/areas";
import { Findings } from "./findings.tsx";

export async function loader({ url, context }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const query = url.searchParams;
  const text = (query.get("q") ?? "").slice(0, 100);
  const kind = AREA_KINDS.find((one) => one === query.get("kind"));
  const prefecture = query.get("prefecture") ?? undefined;
  const browsed = shown(await browseAreas(app, actor, { text, kind, prefecture }));
  const language: Language = query.get("lang") === "en" ? "en" : "ja";
  return { ...browsed, text, kind, language, limit: LIST_LIMIT };
}

export default function Areas({ loaderData }: Route.ComponentProps) {
  const { language, prefecture, rows, prefectures, wrongCode, text, kind } = loaderData;
  const say = (key: keyof typeof TEXT) => TEXT[key][language];
  const english = language === "en" ? { lang: "en" } : {};
  return (
    <>
      <PageHead title={prefecture ? prefecture.name : say("title")} lead={prefecture ? null : say("lead")} />
      <Form method="get" role="search" aria-label={say("title")} className="flex flex-wrap items-end gap-x-4">
        {language === "en" ? <input type="hidden" name="lang" value="en" /> : null}
        {prefecture ? <input type="hidden" name="prefecture" value={prefecture.slug} /> : null}
        <div className="w-full max-w-xl">
          <TextField
            label={say("search")}
            hint={say("searchHint")}
            name="q"
            type="search"
            defaultValue={text}
            required={false}
            maxLength={100}
          />
        </div>
        <div className="min-w-56">
          <SelectField
            label={say("kind")}
            name="kind"
            defaultValue={kind ?? ""}
            required={false}
            empty={say("anyKind")}
            options={AREA_KINDS.map((one) => ({ value: one, label: kindLabel(one, language) }))}
          />
        </div>
        <Button kind="primary" className="my-5">
          {say("find")}
        </Button>
      </Form>
      {wrongCode ? <Notice kind="error" title={wrongCheckDigit(wrongCode, language)} /> : null}
      {prefecture ? (
        <p className="mt-2 flex flex-wrap gap-x-6 gap-y-2">
          <TextLink to={`/areas/${prefecture.slug}${language === "en" ? "?lang=en" : ""}`}>
            {profileOf(prefecture.name, language)}
          </TextLink>
          <TextLink to={`?${new URLSearchParams(english)}`}>{say("all")}</TextLink>
        </p>
      ) : null}
      <Findings
        {...{
          rows,
          language,
          limit: loaderData.limit,
          wrongCode,
          grouped: prefecture !== undefined && text === "",
        }}
      />
      {rows === undefined && !wrongCode ? (
        <Prefectures prefectures={prefectures} language={language} english={english} />
      ) : null}
    </>
  );
}

function Prefectures({
  prefectures,
  language,
  english,
}: Pick<AreaBrowse, "prefectures"> & { language: Language; english: Record<string, string> }) {
  if (prefectures.length === 0)
    return <Empty title={TEXT.noData[language]}>{TEXT.noDataNext[language]}</Empty>;
  return (
    <Section title={TEXT.prefectures[language]}>
      <dl className="grid grid-cols-1 gap-y-1 sm:grid-cols-[8rem_1fr]">
        {REGIONS.map((region) => (
          <div key={region.to} className="contents">
            <dt className="pt-2 text-std-16B-170">{region[language]}</dt>
            <dd className="flex flex-wrap gap-x-5">
              {prefectures
                .filter(({ id }) => id >= region.from && id <= region.to)
                .map((one) => (
                  <Link
                    key={one.id}
                    to={`?${new URLSearchParams({ prefecture: one.slug, ...english })}`}
                    className="py-2 text-blue-1000 underline underline-offset-4"
                  >
                    {one.name}
                  </Link>
                ))}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
