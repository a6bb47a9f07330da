import { describe, expect, it } from "vitest";
import { importedComponents, stylesOf, withoutRules } from "../../dev/antd-styles";

describe("the style sheet of antd", () => {
  it("has the rules of what the program imports, and of what is drawn without being imported", () => {
    expect(importedComponents()).toEqual(expect.arrayContaining(["Button", "DatePicker", "Modal", "message"]));
    const sheet = stylesOf(["Button", "Modal", "message"]);
    for (const part of [".ant-btn{", ".ant-modal{", ".ant-message{", ".ant-zoom-appear"]) expect(sheet).toContain(part);
  });

  it("leaves the values of the theme to the program, and closes every brace", () => {
    const sheet = stylesOf(["Button", "Input"]);
    expect(sheet).not.toMatch(/\.zhike|--ant-button-[a-z-]+:/);
    expect(sheet.split("{")).toHaveLength(sheet.split("}").length);
  });

  it("is not made again while the page runs", () => {
    const code = 'export default genStyleHooks("Rate", (token) => [many(token)], tokens, { unit: true });';
    expect(withoutRules(code)).toBe('export default genStyleHooks("Rate", () => [], tokens, { unit: true });');
    expect(withoutRules("export const other = call(1, 2);")).toBe("export const other = call(1, 2);");
  });
});
