import { describe, expect, it } from "vitest";
import { isElderMode, languageOf } from "~/i18n/language";

function asked(address: string, cookie = ""): Request {
  return new Request(`http://site.test${address}`, { headers: { Cookie: cookie } });
}

describe("the language of a page", () => {
  it("is Chinese for whoever says nothing", () => {
    expect(languageOf(asked("/"))).toBe("zh-CN");
  });

  it("is what the address asks for, before what the browser remembers", () => {
    expect(languageOf(asked("/?lang=en", "lang=zh-CN"))).toBe("en");
  });

  it("stays as chosen before", () => {
    expect(languageOf(asked("/consultations", "elder=1; lang=en"))).toBe("en");
  });

  it.each(["/?lang=fr", "/?lang=", "/?lang=__proto__"])("is Chinese when %s asks for one we do not have", (address) => {
    expect(languageOf(asked(address))).toBe("zh-CN");
  });
});

describe("elder mode", () => {
  it("is off until chosen, stays, and can be left again", () => {
    expect(isElderMode(asked("/"))).toBe(false);
    expect(isElderMode(asked("/", "lang=en; elder=1"))).toBe(true);
    expect(isElderMode(asked("/?elder=0", "elder=1"))).toBe(false);
  });
});
