-- Names are told apart as people read them: width, case, the shape of dashes and tildes, spaces, ㈱ and variants of one
-- letter make no difference. Long vowels (ー) are letters and stay.
create function yui_folded(words text) returns text
  language sql immutable parallel safe
  return translate(
    replace(replace(replace(replace(replace(replace(replace(replace(
      lower(regexp_replace(normalize(words, NFKC), '[\s\uFE00-\uFE0F\U000E0100-\U000E01EF]', '', 'g') collate "C"),
      '(株)', '株式会社'), '(有)', '有限会社'), '(医)', '医療法人'), '(社福)', '社会福祉法人'),
      '(一社)', '一般社団法人'), '(公社)', '公益社団法人'), '(一財)', '一般財団法人'), '(公財)', '公益財団法人'),
    'ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヵヶ〜∼‐‑‒–—―−髙﨑𠮷德瀨',
    'ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんゔゕゖ~~-------高崎吉徳瀬');

alter table organisation add column name_key text not null generated always as (yui_folded(name)) stored;
create index on organisation (area_id, name_key);
