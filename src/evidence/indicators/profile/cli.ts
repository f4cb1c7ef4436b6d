import type { Command } from "commander";
import { service } from "#foundation/actors/public.ts";
import { json, orRefuse, report, withApp } from "#platform/commands/command.ts";
import { NOTHING } from "#platform/kernel/nothing.ts";
import { showNumber, TRENDS, VERDICTS } from "./messages.ts";
import type { PresentedProfile } from "./present.ts";
import { readProfile } from "./usecases.server.ts";

/** `yui profile AREA`: an area's health profile, published or not: who may run this may read the database. */
export function registerProfile(program: Command): void {
  json(program.command("profile"))
    .description("the health profile of an area")
    .argument("<area>", "slug, code or name, such as sagamihara, 14150, 相模原市")
    .option("--prefecture", "compare with the prefecture instead of the nation")
    .action(async (area: string, options: { json?: boolean; prefecture?: boolean }) => {
      const benchmark = options.prefecture ? "prefecture" : "nation";
      const { profile } = await withApp(async (app) =>
        orRefuse(await readProfile(app, service("cli"), { area, benchmark })),
      );
      report(options, profile, linesOf);
    });
}

function linesOf(profile: PresentedProfile): string[] {
  const value = (number: number | null, suppressed: boolean, decimals: number) =>
    number === null ? NOTHING[suppressed ? "hidden" : "no-data"].ja : showNumber(number, decimals);
  return [
    `${profile.area.name}（${profile.area.kind_name}）`,
    "",
    ...profile.facts.map(
      (fact) =>
        `${fact.indicator.name}${bracket(fact.stratum_name)}  ${value(fact.value, fact.suppressed, fact.indicator.decimals)} ${fact.indicator.unit_name}${fact.share_percent === null ? "" : `  ${showNumber(fact.share_percent, 1)}%`}  ${fact.as_of ?? `${fact.fiscal_year}年度`}`,
    ),
    "",
    `他より悪いか目標に届かず、悪化が続いている指標 ${profile.worsening.length}件`,
    ...profile.worsening.map(
      ({ row, sentence }) =>
        `▲ ${row.indicator.name}${bracket(row.stratum_name)}  ${row.area.name}\n  ${sentence}`,
    ),
    "",
    ...profile.indicators.map((row) => {
      const trend = row.trend.direction;
      const direction =
        TRENDS[trend === null ? "unknown" : trend === "no-significant-change" ? "none" : trend].ja;
      return `${row.indicator.name}${bracket(row.stratum_name)}  ${row.area.name}  ${row.latest.fiscal_year}年度 ${value(row.latest.value, row.latest.suppressed, row.indicator.decimals)}  ${VERDICTS[row.verdict.outcome].ja}  ${direction}`;
    }),
    ...(profile.support?.years.map(
      (year) =>
        `${year.fiscal_year}年度  ${year.counts.map((count) => `${count.name} ${count.count === "suppressed" ? NOTHING.hidden.ja : (count.count ?? NOTHING["no-data"].ja)}`).join("  ")}`,
    ) ?? []),
  ];
}

const bracket = (text: string): string => (text === "" ? "" : `（${text}）`);
