import { screen } from "@testing-library/react";
import { beforeAll, describe, expect, it } from "vitest";
import { withMasks } from "@/api/masked";
import type { EntityInfo, FieldInfo } from "@/api/types";
import { changeLanguage } from "@/i18n";
import { filterable } from "@/list/filter/operators";
import { show } from "@/testing/render";
import { fits, totalsOf } from "@/views/needs";
import { FieldValue } from "./field-value";
import { isEditable, kindOf } from "./registry";

const PATIENT = withMasks({
  code: "patient",
  label: "病人",
  titleField: "name",
  rights: { create: true, update: true, delete: false, import: false, export: false },
  fields: [
    { code: "name", type: "text", label: "姓名" },
    { code: "card", type: "text", label: "身份证", encrypted: true },
    { code: "phone", type: "phone", label: "手机", encrypted: true },
    { code: "mail", type: "email", label: "邮箱", encrypted: true, masked: true },
  ],
} satisfies EntityInfo);
const field = (code: string) => PATIENT.fields.find((one) => one.code === code) as FieldInfo;

beforeAll(() => changeLanguage("zh", false));

describe("an encrypted field", () => {
  it("is of no type that anything asks by", () => {
    for (const one of [field("card"), field("phone")]) {
      expect(filterable([one]), one.code).toEqual([]);
      expect(kindOf(one).sortable || kindOf(one).summable, one.code).toBe(false);
      expect(totalsOf(one), one.code).toEqual([]);
      for (const need of ["group", "board", "numeric", "number", "day", "choice", "image"] as const) {
        expect(fits(one, need), one.code).toBe(false);
      }
      expect(fits(one, "any")).toBe(true);
    }
  });

  it("is shown and typed as what it is", () => {
    show(<FieldValue field={field("phone")} value="+8613812341234" />);
    expect(screen.getByText(/138.?1234.?1234/)).toBeTruthy();
    expect(isEditable(field("card"))).toBe(true);
    expect(kindOf(field("phone")).read(" 13812341234 ", field("phone"))).toBe("13812341234");
    expect(kindOf(field("phone"))).toBe(kindOf({ ...field("phone") }));
  });

  it("is masked where only its mask is seen", () => {
    expect(field("mail").type).toBe("masked");
    expect(kindOf(field("mail")).read("z***@x.com", field("mail"))).toBeUndefined();
  });
});
