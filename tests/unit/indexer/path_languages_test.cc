// path_languages_test.cc - which names say a language, and which only look like it.
#include "indexer/path_languages.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace signpost {
namespace {

Site site_in(const std::vector<std::string>& languages) {
  Site site;
  site.languages.clear();
  for (const std::string& code : languages) site.languages.push_back({code, code});
  return site;
}

std::vector<SourceEntry> files_of(std::vector<std::string> paths) {
  std::sort(paths.begin(), paths.end());
  std::vector<SourceEntry> files;
  for (const std::string& path : paths) files.push_back({path, 1});
  return files;
}

// "pt-BR docs/a.md": the language that a path says, and the path of what it translates.
std::string read(const PathLanguages& languages, const std::string& path) {
  std::vector<std::string> folders = split_path(path);
  std::string name = folders.back();
  folders.pop_back();
  std::string lang = "-";
  folders = languages.without_language(folders, lang);
  const std::string stem = name.substr(0, name.rfind('.'));
  if (const auto named = languages.of_name(stem)) {
    lang = named->lang;
    name = named->name + name.substr(stem.size());
  }
  std::string joined = lang + " ";
  for (const std::string& folder : folders) joined += folder + "/";
  return joined + name;
}

struct LanguageOfPath {
  std::string path;
  std::string want;
};

void expect(const std::vector<std::string>& listed, bool any, const std::vector<LanguageOfPath>& cases) {
  std::vector<std::string> paths;
  for (const LanguageOfPath& c : cases) paths.push_back(c.path);
  const std::vector<SourceEntry> files = files_of(paths);
  const Site site = site_in(listed);
  const PathLanguages languages(files, site, any);
  for (const LanguageOfPath& c : cases) EXPECT_EQ(read(languages, c.path), c.want) << c.path;
}

TEST(PathLanguagesTest, EachCodeIsALanguageOfItsOwn) {
  expect({"en"}, true,
         {{"pt/a.md", "pt a.md"},
          {"pt-br/a.md", "pt-BR a.md"},
          {"docs/pt_BR/a.md", "pt-BR docs/a.md"},
          {"zh-cn/a.md", "zh-CN a.md"},
          {"zh-TW/a.md", "zh-TW a.md"},
          {"zh-hans/a.md", "zh-Hans a.md"},
          {"zh-Hant/a.md", "zh-Hant a.md"},
          {"es-419/a.md", "es-419 a.md"},
          {"en-GB/a.md", "en-GB a.md"},
          {"sr-Latn/a.md", "sr-Latn a.md"},
          {"a.md", "- a.md"}});
}

TEST(PathLanguagesTest, AFolderIsALanguageWhereFilesShowIt) {
  expect({"en"}, false,
         {{"en/start.md", "en start.md"},
          {"fr/debut.md", "fr debut.md"},  // beside a language of the site
          {"en/it.md", "en it.md"},
          {"docs/it/printers.md", "- docs/it/printers.md"},
          {"docs/hr/leave.md", "- docs/hr/leave.md"},
          {"docs/no-go/area.md", "- docs/no-go/area.md"}});
  expect({"en"}, false, {{"docs/start.md", "- docs/start.md"}, {"docs/it/start.md", "it docs/start.md"}});
  expect({"en"}, false, {{"en/start.md", "en start.md"}, {"no/start.md", "no start.md"}});
  expect({"en"}, false, {{"docs/start.md", "- docs/start.md"}, {"docs/uk/london.md", "- docs/uk/london.md"}});
  expect({"en"}, true, {{"hr/leave.md", "- hr/leave.md"}, {"it/printers.md", "- it/printers.md"}});
  expect({"en"}, true,
         {{"functions/_index.md", "- functions/_index.md"},
          {"functions/os/_index.md", "- functions/os/_index.md"},
          {"functions/it/_index.md", "- functions/it/_index.md"},
          {"install.md", "- install.md"},
          {"cli/install.md", "- cli/install.md"}});
  expect({"en"}, true,
         {{"a.md", "- a.md"},
          {"b.md", "- b.md"},
          {"c.md", "- c.md"},
          {"gsw/a.md", "gsw a.md"},
          {"gsw/b.md", "gsw b.md"},
          {"gsw/c.md", "gsw c.md"}});
}

TEST(PathLanguagesTest, EndsOfNames) {
  expect({"en"}, true,
         {{"a.md", "- a.md"},
          {"a.ko.md", "ko a.md"},
          {"a.ko-KR.md", "ko-KR a.md"},
          {"a.pt_BR.md", "pt-BR a.md"},
          {"a.de.md", "de a.md"},
          {"b.ja.md", "ja b.md"},  // Signpost speaks it
          {"README.md", "- README.md"},
          {"README.fr.md", "fr README.md"},
          {"README_zh-CN.md", "zh-CN README.md"},
          {"README-ko.md", "ko README.md"},
          {"content.ko/x.md", "ko content/x.md"},
          {"Node.js.md", "- Node.js.md"},
          {"asp.net.md", "- asp.net.md"},
          {"how-to.md", "- how-to.md"},
          {"v1.is/x.md", "- v1.is/x.md"}});
  expect({"en"}, true, {{"x.es.md", "es x.md"}, {"x.fr.md", "fr x.md"}, {"one.hu.md", "- one.hu.md"}});
}

TEST(PathLanguagesTest, FoldersOfTranslations) {
  expect({"en"}, true,
         {{"docs/guide/a.md", "- docs/guide/a.md"},
          {"i18n/ko/docusaurus-plugin-content-docs/current/guide/a.md", "ko docs/guide/a.md"},
          {"i18n/ko/docusaurus-plugin-content-docs/version-1.0/a.md", "ko versioned_docs/version-1.0/a.md"},
          {"i18n/ko/docusaurus-plugin-content-docs-api/current/a.md", "ko api/a.md"},
          {"i18n/ko/docusaurus-plugin-content-blog/a.md", "ko blog/a.md"},
          {"site/i18n/fr/docusaurus-plugin-content-docs/current/guide/a.md", "fr docs/guide/a.md"},
          {"translations/ja/guide/a.md", "ja docs/guide/a.md"},
          {"translations/ja/guide/b.md", "ja docs/guide/b.md"},
          {"locales/de/other.md", "de locales/other.md"},
          {"translations/ko-kr/content/x.md", "ko-KR content/x.md"},
          {"content/x.md", "- content/x.md"}});
}

}  // namespace
}  // namespace signpost
