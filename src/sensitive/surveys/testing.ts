import {
  type Example,
  type ExamplePlace,
  type Examples,
  type PageGuards,
  standing,
} from "#foundation/authority/testing.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import { newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { readList } from "#platform/lists/list.ts";
import { submitAnswer } from "./answering/answer.usecases.server.ts";
import { workerDoor } from "./answering/door.usecases.server.ts";
import { surveyComments } from "./design/comment.usecases.server.ts";
import { closeSurvey } from "./design/survey.commands.server.ts";
import { readSurvey } from "./design/survey.queries.server.ts";
import { clerkOf, surveyAt, surveyIn, unitsOf } from "./examples.testing.ts";
import { giveCodes } from "./files/print.commands.server.ts";
import { UNITS } from "./frame/frame.present.ts";
import { addStatement } from "./hearings/statement.usecases.server.ts";
import { enterPaper } from "./paper/paper.commands.server.ts";
import { freezeFinding } from "./results/finding.commands.server.ts";
import { listTexts, saveThemes } from "./results/free-text.usecases.server.ts";
import { makeResult, publishResult, readResult } from "./results/result.commands.server.ts";

const anywhere: Examples[string] = standing(() => ({ target: {} }));
const office: Examples[string] = standing(({ organisation }) => ({ target: { organisation } }));
const ANSWERS = { size: "c1", industry: "c3", action: "c1", need: "c1", consult: "c2" };
const STATEMENT = {
  heardOn: "2026-11-20",
  heardOf: "事業主",
  theme: "健診",
  statement: "受けやすくしてほしい",
};

const holderOf = (area: ExamplePlace["area"], subject: string) =>
  ({ kind: "holder", purpose: "survey", area, subject, detail: {} }) as const;

/** A unit of an open survey by its link; answered where it is to be looked back at. */
const byLink = (input?: unknown, answered = false): Examples[string] =>
  standing(async (place): Promise<Example> => {
    const at = await surveyAt(place, "open");
    const [unit] = await unitsOf(place.app, clerkOf(place, at.organisation), at);
    const holder = holderOf(place.area, unit!.id);
    if (answered) expectOk(await submitAnswer(place.app, holder, { held: unit!.id }, ANSWERS));
    return { target: { held: unit!.id }, input, holds: { survey: unit!.id } };
  });

/** A code as it stands on a slip. */
const byCode = (input?: unknown): Examples[string] =>
  standing(async (place): Promise<Example> => {
    const at = await surveyAt(place, "open", { kind: "worker", frame: 1 });
    const { codes } = expectOk(
      await giveCodes(place.app, clerkOf(place, at.organisation), at, { from: "1" }),
    );
    const { held } = workerDoor(codes[0]!);
    return { target: { held }, input, holds: { "survey-code": held } };
  });
const WORKER = {
  ...{ age: "c1", sex: "c1", marital: "c2", "worker-size": "c1", "own-action": "c1", checkup: "c1" },
  ...{ time: "c1", teamwork: "c1", "feels-healthy": "c1", stress: "c1" },
};

const shared = (more: object = {}): Examples[string] =>
  standing(async (place) => {
    const { survey } = await surveyAt(place, "drafted", { shared: "true" });
    return { target: { area: place.area, survey, ...more } };
  });

const comment = (deed: "list" | "write" | "mark"): Examples[string] =>
  standing(async (place) => {
    const { survey } = await surveyAt(place, "drafted", { shared: "true" });
    const of = { area: place.area, kind: "survey" as const, id: survey };
    if (deed !== "mark") return { target: of, input: deed === "write" ? { text: "見本" } : undefined };
    expectOk(await surveyComments.write(place.app, place.secretariat, of, { text: "見本" }));
    const { comments } = expectOk(await surveyComments.list(place.app, place.secretariat, of));
    return { target: { area: place.area, survey, id: comments[0]!.id } };
  });

/** A survey with tables, and with a finding where one is wanted. */
const tabled = (input?: unknown, withFinding = false): Examples[string] =>
  standing(async (place): Promise<Example> => {
    const at = await surveyAt(place, "open", { frame: 25 });
    const clerk = clerkOf(place, at.organisation);
    for (const unit of await unitsOf(place.app, clerk, at)) {
      const holder = holderOf(place.area, unit.id);
      const action = unit.number % 2 === 0 ? "c1" : "c2";
      expectOk(await submitAnswer(place.app, holder, { held: unit.id }, { ...ANSWERS, action }));
    }
    expectOk(await makeResult(place.app, clerk, at));
    if (!withFinding) return { target: at, input };
    expectOk(await freezeFinding(place.app, clerk, at, { question: "action", choices: ["c1"] }));
    const { findings } = expectOk(await readResult(place.app, clerk, at));
    return { target: { ...at, finding: findings[0]!.id }, input };
  });

/** A survey that is over, with something that was written and a theme for it. */
const texts = (inputOf: (text: string) => unknown = () => undefined): Examples[string] =>
  standing(async (place): Promise<Example> => {
    const at = await surveyAt(place, "open");
    const clerk = clerkOf(place, at.organisation);
    const [unit] = await unitsOf(place.app, clerk, at);
    const holder = holderOf(place.area, unit!.id);
    expectOk(await submitAnswer(place.app, holder, { held: unit!.id }, { ...ANSWERS, free: "見本" }));
    expectOk(await closeSurvey(place.app, clerk, at));
    const of = { ...at, text: "free" };
    expectOk(await saveThemes(place.app, clerk, of, { "themes.0.ja": "見本" }));
    const { texts: written } = expectOk(await listTexts(place.app, clerk, of));
    return { target: of, input: inputOf(written[0]!.name) };
  });

/** How the role matrix tries each command and query. */
export const examples: Examples = {
  "survey.list-offices": anywhere,
  "survey.read-today": anywhere,
  "survey.load-sample": anywhere,
  "survey.count": anywhere,
  "survey.list": office,
  "survey.create": standing(({ organisation }) => ({
    target: { organisation, survey: newId() },
    input: { title: "見本", kind: "workplace", fiscalYear: "2026", base: "workplace", partner: "" },
  })),
  "survey.read": surveyIn("drafted"),
  "survey.save": surveyIn("drafted", { title: "見本", fiscalYear: "2026" }),
  "survey.open": surveyIn("drafted"),
  "survey.close": surveyIn("open"),
  "survey.copy": surveyIn("closed", {}, () => ({ as: newId() })),
  "survey.forget": standing((place) =>
    surveyAt({ ...place, app: { ...place.app, clock: fixedClock("2011-04-01T01:00:00Z") } }, "closed").then(
      (target) => ({ target }),
    ),
  ),
  "survey.preview": surveyIn("drafted"),
  "survey.try": surveyIn("drafted"),
  "survey.read-shared": shared(),
  "survey-comment.list": comment("list"),
  "survey-comment.write": comment("write"),
  "survey-comment.hide": comment("mark"),
  "survey-comment.show": comment("mark"),
  "survey-comment.settle": comment("mark"),
  "survey-comment.reopen": comment("mark"),
  "question.read": surveyIn("drafted", undefined, () => ({ question: "need" })),
  "question.save": surveyIn("drafted", { kind: "text", ja: "見本の質問" }, () => ({ question: newId() })),
  "question.add": surveyIn("drafted", { from: "measures" }),
  "question.move": surveyIn("drafted", undefined, () => ({ question: "consult" })),
  "question.retire": surveyIn("drafted", undefined, () => ({ question: "free" })),
  "frame.list": surveyIn("drafted", undefined, () => ({ list: readList(UNITS, new URLSearchParams()) })),
  "frame.take": surveyIn("drafted", { file: new File(["事業所名,従業者数\n見本商店,4\n"], "frame.csv") }),
  "frame.add": surveyIn("drafted", { from: "typed", lines: "別の事業所,3" }),
  "frame.draw": surveyIn("drafted", { way: "all", seed: "1", sure: true }),
  "frame.send": surveyIn("open"),
  "frame.remind": surveyIn("open"),
  "frame.print": surveyIn("open", { from: "1" }),
  "frame.give-codes": surveyIn("open", { from: "1" }, undefined, { kind: "worker" }),
  "unit.note": surveyIn("open", { number: "1", disposition: "refused" }),
  "answer.read-form": byLink(),
  "answer.keep": byLink({ size: "c1" }),
  "answer.submit": byLink(ANSWERS),
  "answer.thank": byLink(undefined, true),
  "worker-answer.read-form": byCode(),
  "worker-answer.submit": byCode(WORKER),
  "paper.list": surveyIn("open"),
  "paper.enter": surveyIn("open", { entry: "1", page1: "1-1", size: "1" }),
  "paper.discard": standing(async (place) => {
    const at = await surveyAt(place, "open");
    const entry = { entry: "1", page1: "1-1", size: "1" };
    expectOk(await enterPaper(place.app, clerkOf(place, at.organisation), at, entry));
    const [unit] = await unitsOf(place.app, clerkOf(place, at.organisation), at);
    return { target: { ...at, sheet: unit!.id } };
  }),
  "paper.decide": standing(async (place) => {
    const at = await surveyAt(place, "open");
    const clerk = clerkOf(place, at.organisation);
    for (const [entry, need] of [
      ["1", "1"],
      ["2", "2"],
    ])
      expectOk(await enterPaper(place.app, clerk, at, { entry, page1: "1-1", size: "1", need }));
    const [unit] = await unitsOf(place.app, clerk, at);
    return { target: { ...at, sheet: unit!.id }, input: { need: "1" } };
  }),
  "statement.add": surveyIn("open", STATEMENT, undefined, { kind: "hearing" }),
  "statement.raise": standing(async (place) => {
    const at = await surveyAt(place, "open", { kind: "hearing" });
    const clerk = clerkOf(place, at.organisation);
    expectOk(await addStatement(place.app, clerk, at, STATEMENT));
    const { statements } = expectOk(await readSurvey(place.app, clerk, at));
    return { target: { ...at, statement: statements[0]!.id }, input: { title: "見本の課題", issue: "" } };
  }),
  "result.read": surveyIn("open"),
  "result.make": tabled(),
  "result.publish": standing(async (place) => {
    const made = (await tabled()(place))!;
    const at = made.target as Parameters<typeof closeSurvey>[2];
    expectOk(await closeSurvey(place.app, clerkOf(place, place.organisation), at));
    return made;
  }),
  "finding.freeze": tabled({ question: "action", choices: ["c1"] }),
  "finding.raise": tabled({ title: "見本の課題", issue: "" }, true),
  "finding.target": tabled(
    { item: "見本", direction: "at_least", targetYear: "2030", targetValue: "60", reason: "見本" },
    true,
  ),
  "finding.show": standing(async (place) => {
    const made = (await tabled(undefined, true)(place))!;
    const at = made.target as Parameters<typeof closeSurvey>[2];
    const clerk = clerkOf(place, place.organisation);
    expectOk(await closeSurvey(place.app, clerk, at));
    expectOk(await publishResult(place.app, clerk, at));
    return made;
  }),
  "finding.hide": tabled(undefined, true),
  "free-text.list": texts(),
  "free-text.code": texts((text) => ({ [text]: "c1" })),
  "theme.save": texts(() => ({ "themes.0.id": "c1", "themes.0.ja": "見本" })),
  "question.read-words": surveyIn("drafted", undefined, () => ({ language: "en" })),
  "question.translate": surveyIn("drafted", { "need--text": "Sample" }, () => ({ language: "en" })),
  "answer.export": surveyIn("closed", undefined, () => ({ file: "codes.csv" })),
};

const ONE = "offices/:organisation/surveys/:survey";

/** Which use-case must grant each page. */
export const pages: PageGuards = {
  surveys: "survey.list-offices",
  "offices/:organisation/surveys": "survey.list",
  [ONE]: "survey.read",
  [`${ONE}/preview`]: "survey.read",
  [`${ONE}/questions/:question`]: "question.read",
  [`${ONE}/frame`]: "frame.list",
  [`${ONE}/paper`]: "paper.list",
  [`${ONE}/results`]: "result.read",
  [`${ONE}/texts/:text`]: "free-text.list",
  [`${ONE}/words/:language`]: "question.read-words",
  "areas/:area/survey-drafts/:survey": "survey.read-shared",
  "s/:token": "answer.read-form",
  "s/:token/thanks": "answer.thank",
  "s/:token/thanks.pdf": "answer.thank",
  w: "open",
  "w/:token": "open",
  [`${ONE}/letters.pdf`]: "frame.print",
  [`${ONE}/codes.pdf`]: "frame.give-codes",
  [`${ONE}/sheets.pdf`]: "survey.preview",
  [`${ONE}/export/:file`]: "answer.export",
};
