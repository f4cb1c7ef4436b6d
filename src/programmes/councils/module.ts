import type { YuiModule } from "#foundation/modules/public.ts";
import { COUNCIL_STAYS, COUNCIL_WORDS } from "./audit.messages.ts";
import { COUNCIL_HELP } from "./help.messages.ts";

const MB = 1024 ** 2;
const MINUTE_MS = 60_000;

export const councils: YuiModule = {
  name: "councils",
  words: COUNCIL_WORDS,
  help: COUNCIL_HELP,
  kinds: {
    council: "協議会",
    body: "会議体",
    "council-member": "委員",
    meeting: "会議",
    paper: "資料",
    task: "対応事項",
    agenda: "議題",
    past: "経過",
    join: "参加の申込み",
  },
  tables: {
    council_body: { holds: "persons", until: "it is deleted; minutes are records of the office" },
    council_member: { holds: "persons", until: "it is deleted; minutes are records of the office" },
    council_invitee: { holds: "persons", until: "it is deleted; minutes are records of the office" },
    council_task: { holds: "persons", until: "it is deleted; minutes are records of the office" },
    council_minutes: { holds: "persons", until: "it is deleted; minutes are records of the office" },
    council_minutes_approval: { holds: "persons", until: "it is deleted; minutes are records of the office" },
    council_meeting: { holds: "facts", until: "it is deleted; records of the office" },
    council_agenda_item: { holds: "facts", until: "it is deleted; records of the office" },
    council_date_option: { holds: "facts", until: "it is deleted; records of the office" },
    council_date_answer: { holds: "facts", until: "it is deleted; records of the office" },
    council_decision: { holds: "facts", until: "it is deleted; records of the office" },
    council_paper: { holds: "facts", until: "it is deleted; records of the office" },
    annual_report_setting: { holds: "facts", until: "the area is deleted; replaced by the next choice" },
    council_report: { holds: "facts", until: "it is deleted; records of the office" },
    council_maturity_judgement: { holds: "facts", until: "it is deleted; records of the office" },
    council_past: { holds: "facts", until: "it is deleted; public history of the area" },
    council_minutes_round: { holds: "persons", until: "it is deleted; minutes are records of the office" },
    council_minutes_answer: { holds: "persons", until: "it is deleted; minutes are records of the office" },
    council_join_request: { holds: "persons", until: "it is deleted; records of the office" },
    council_board_line: { holds: "facts", until: "it is deleted; records of the office" },
  },
  menu: [
    {
      label: "協議会",
      icon: "people",
      to: (area) => `/areas/${area}/council`,
      roles: ["coordinator", "member"],
      group: "work",
      position: 70,
    },
    {
      label: "全国の協議会",
      icon: "office",
      to: () => "/councils",
      roles: ["coordinator", "member", "administrator", "auditor"],
      group: "beyond",
      position: 20,
    },
  ],
  commands: [{ names: ["plan", "report"], load: async () => (await import("./cli.ts")).registerCouncils }],
  async routes() {
    const { councilFileRoutes, councilRoutes } = await import("./routes.ts");
    return { pages: councilRoutes, files: councilFileRoutes };
  },
  async work() {
    const councils = await import("./public.ts");
    const { councilToday, loadDemonstrationCouncils, refreshBoard, remindCouncils, remindDuePolls } =
      councils;
    const { LONGEST_ATTACHMENT_BYTES } = await import("#platform/files/attachments.ts");
    return {
      carries: [COUNCIL_STAYS],
      letters: councils.COUNCIL_LETTERS,
      today: councilToday,
      calendar: councils.councilDays,
      finds: [councils.FOUND_MEETINGS],
      organisation: [councils.SEATS_OF_ORGANISATION],
      rounds: [
        { name: "poll reminders", everyMs: 10 * MINUTE_MS, run: remindDuePolls },
        { name: "council reminders", everyMs: 10 * MINUTE_MS, run: remindCouncils },
        { name: "board of councils", everyMs: 60 * MINUTE_MS, run: refreshBoard },
      ],
      uploads: [{ path: /^\/areas\/[^/]+\/council\/meetings\/[^/]+$/, bytes: LONGEST_ATTACHMENT_BYTES + MB }],
      demonstration: [{ name: "councils and plans", load: loadDemonstrationCouncils }],
    };
  },
};
