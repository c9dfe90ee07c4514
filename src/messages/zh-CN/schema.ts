import type { SchemaIssueParams, ValueKind } from "../../schema/index.js";
import type { Sentences } from "../sentences.js";

const kinds: Readonly<Record<ValueKind, string>> = {
  missing: "空缺",
  null: "空值",
  text: "文字",
  number: "数字",
  "whole-number": "整数",
  "text-or-number": "文字或数字",
  "truth-value": "是或否",
  list: "列表",
  object: "对象",
  "not-a-number": "非数值",
  infinite: "无穷大",
  other: "其他类型",
};

/** 数据项：有规定名称的，名称在前，所填标识附后。 */
const named = (field: string, called: string | undefined): string => (called === undefined ? `“${field}”` : `“${called}”（${field}）`);

/** 读入问题。 */
export const schema: Sentences<SchemaIssueParams> = {
  "unreadable-input": () => "读取时出错，此处内容无法读入。请以JSON等纯数据格式重新提交。",
  "wrong-type": ({ expected, received }) => `此处应为${kinds[expected]}，实为${kinds[received]}。`,
  "missing-field": ({ field, called }) => `缺少必填项${named(field, called)}，请补填。`,
  "unknown-key": ({ key, likely, called }) =>
    likely === undefined
      ? `“${key}”不是规定的数据项，请删除或更正。`
      : `“${key}”不是规定的数据项，疑为${named(likely, called)}之误，请更正。`,
  "wrong-format": ({ expected, received }) => `数据格式标识应为“${expected}”，实为“${received}”。`,
  "not-one-of": ({ allowed, received }) => `“${received}”不在规定取值之内，应为下列之一：${allowed.join("、")}。`,
  "blank-text": () => "文字为空，请填写；不详的，删去此项。",
  "malformed-text": ({ text }) => `“${text}”首尾有空格，或含控制字符、字节序标记、残缺字符，请清理。`,
  "text-too-long": ({ length, limit }) => `文字共${length}字，超出上限${limit}字，请核对。`,
  "list-too-long": ({ length, limit }) => `列表共${length}项，超出上限${limit}项，未予读入，请核对。`,
  "list-too-short": ({ length, least }) => `列表共${length}项，至少应有${least}项。`,
  "limit-missing": () => "规则未写明任何限值，请至少写明一项。",
  "impossible-date": ({ text, whole }) =>
    whole === true
      ? `“${text}”不是完整有效的日期。此处须填到日，写作2023-09-01；只知年月的，请向填报单位核实后补填。`
      : `“${text}”不是有效日期。应写作2023-09-01；只知年月、年份或起止的，写作2023-09、2019、2019/2023-09。`,
  "malformed-decimal": ({ text }) => `“${text}”不是数字。应以半角数字书写，不带单位、千分位和百分号。`,
  "not-finite": ({ received }) => `此处应为有限数值，实为${kinds[received]}；不详的，删去此项。`,
  "negative-count": ({ value }) => `数量不得为负，实为${value}。`,
  "fractional-count": ({ value }) => `数量应为整数，实为${value}。`,
  "number-too-large": ({ value }) => `数字${value}过大，请核对。`,
  "district-code-shape": ({ text }) => `“${text}”不是行政区划代码。应为六位半角数字（GB/T 2260）。`,
  "school-code-shape": ({ text }) => `“${text}”不是学校（机构）标识码。应为十位半角数字。`,
  "credit-code-shape": ({ text }) =>
    `“${text}”不是统一社会信用代码。应为十八位，由半角数字和大写字母组成，不用I、O、S、V、Z（GB 32100—2015）。`,
  "repeated-header": ({ header, first }) => `“${header}”与“${first}”重复，未予读入，请只保留其一。`,
  "owner-not-listed": ({ owner, id }) =>
    owner === "school" ? `学校标识“${id}”未列入“学校”表，请补列或更正。` : `集团标识“${id}”未列入“集团”表，请补列或更正。`,
  "two-owners": ({ school, group }) => `一条认定同时填写了学校“${school}”和集团“${group}”，请分行填写。`,
  "rows-differ": ({ id, field }) => `任务“${id}”各行所填“${field}”不一致，请更正。`,
  "table-not-read": ({ table }) => `“${table}”表不在此读入范围，未予读入，请另行提交。`,
  "further-errors": ({ code, count }) => `另有同类错误（${code}）${count}处，未逐条列出。`,
  "further-warnings": ({ code, count }) => `另有同类警示（${code}）${count}处，未逐条列出。`,
  "further-notices": ({ code, count }) => `另有同类提示（${code}）${count}处，未逐条列出。`,
};
