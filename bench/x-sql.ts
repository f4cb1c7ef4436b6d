import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "#platform/config/config.ts";
import { openConfigured } from "#platform/db/open.ts";

const folder = mkdtempSync(join(tmpdir(), "yui-x-"));
const config = readConfig({ YUI_DATA: join(folder, "data") });
const opened = await openConfigured(config);
const c = await opened.pool.connect();
const t = async (name: string, s: string) => {
  await c.query(s);
  const ts = [];
  for (let i = 0; i < 3; i++) {
    const b = performance.now();
    await c.query(s);
    ts.push(performance.now() - b);
  }
  console.log(name, Math.min(...ts).toFixed(0));
};
const N = 20000;
await c.query(
  `create temp table n as select '見本医院'||i as name, '0855-'||(i%100)||'-'||i as phone, gen_random_uuid() as id from generate_series(1,${N}) i`,
);
await t("scan", `select count(length(name)) from n`);
await t("folded", `select count(length(yui_folded(name))) from n`);
await t("normalize", `select count(length(normalize(name,NFKC))) from n`);
await t(
  "regexp",
  `select count(length(regexp_replace(name, '[\\s\\uFE00-\\uFE0F\\U000E0100-\\U000E01EF]', '', 'g'))) from n`,
);
await t("regexp s", `select count(length(regexp_replace(name, '\\s', '', 'g'))) from n`);
await t("lower", `select count(length(lower(name collate "C"))) from n`);
const tr =
  "ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヵヶ〜∼‐‑‒–—―−髙﨑𠮷德瀨";
const to =
  "ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんゔゕゖ~~-------高崎吉徳瀬";
await t("translate", `select count(length(translate(name,'${tr}','${to}'))) from n`);
await t(
  "replace8",
  `select count(length(replace(replace(replace(replace(replace(replace(replace(replace(name,'(株)','株式会社'),'(有)','a'),'(医)','b'),'(社福)','c'),'(一社)','d'),'(公社)','e'),'(一財)','e'),'(公財)','f'))) from n`,
);
await t("phone", `select count(length(regexp_replace(phone, '[^0-9]', '', 'g'))) from n`);
await t("phone translate", `select count(length(translate(phone, '-() +', ''))) from n`);
c.release();
await opened.close();
rmSync(folder, { recursive: true, force: true });
