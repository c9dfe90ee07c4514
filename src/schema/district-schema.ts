import * as z from "zod";
import { DISTRICT_FORMAT } from "../domain/index.js";
import { groupSchema, publishedFigureSchema, schoolSchema } from "./district-parts.js";
import { districtCode, lineText, list, titled } from "./texts.js";

function buildDistrictSchema() {
  return titled(
    "区域教育集团数据",
    z.strictObject({
      format: titled("数据格式", z.literal(DISTRICT_FORMAT)),
      code: titled("行政区划代码", districtCode().optional()),
      name: titled("区域名称", lineText().optional()),
      schools: titled("学校", list(schoolSchema)),
      groups: titled("教育集团", list(groupSchema)),
      published: titled("公布数据", list(publishedFigureSchema).optional()),
      complete: titled("名单是否完整", z.boolean().optional()),
    }),
  );
}

/**
 * 区域教育集团数据. The zod schema of a district file: strict, without recursion, every text and list of bounded length.
 *
 * `readDistrict` reads with it record by record; use the schema itself for forms and generated types.
 */
export const districtSchema = /* @__PURE__ */ buildDistrictSchema();
