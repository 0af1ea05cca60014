import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { SignInForm } from "~/accounts/components/sign-in-form";
import { LanguageProvider } from "~/i18n/strings";

function render(form: Parameters<typeof SignInForm>[0], language: "zh-CN" | "en" = "zh-CN"): string {
  return renderToStaticMarkup(
    <LanguageProvider language={language}>
      <SignInForm {...form} />
    </LanguageProvider>,
  );
}

const REFUSED = [{ code: "sign_in_failed" }];

describe("the sign-in form", () => {
  it("keeps the username that was typed, as text", () => {
    const html = render({ next: "", username: '"><script>alert(1)</script>', reasons: REFUSED });
    expect(html).toContain("&quot;&gt;&lt;script&gt;");
    expect(html).not.toContain("<script");
  });

  it("says in both languages that something was wrong, and not which", () => {
    expect(render({ next: "", reasons: REFUSED })).toContain("用户名或密码不对");
    expect(render({ next: "", reasons: REFUSED }, "en")).toContain("The username or the password is not right");
  });

  it("tells how long to wait after too many attempts", () => {
    const reasons = [{ code: "sign_in_throttled", params: { seconds: 61, minutes: 2 } }];
    expect(render({ next: "", reasons })).toContain("2 分钟");
    expect(render({ next: "", reasons }, "en")).toContain("2 minutes");
  });

  it("carries on to where the person was going", () => {
    expect(render({ next: "/desk?unit=office&state=open" })).toContain(
      'action="/sign-in?next=%2Fdesk%3Funit%3Doffice%26state%3Dopen"',
    );
    expect(render({ next: "" })).toContain('action="/sign-in"');
  });
});
