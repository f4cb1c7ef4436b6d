export const CARRIED_RESOURCES_WORDS = {
  title: "地域資源（公開している掲載内容）",
  basis: "公開済みの情報（個人に関する情報を含まない）",
};
