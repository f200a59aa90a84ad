// parse_helpers.h - one Markdown text through the whole of parse_article or parse_thread, in a small site.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "content/article.h"
#include "content/ids.h"
#include "content/parse.h"
#include "content/thread.h"

namespace signpost::testing {

// A source folder with a few pages and files.
inline LinkResolver small_site() {
  LinkResolver links;
  links.page_of = [](const std::string& path) -> std::optional<std::string> {
    static const std::set<std::string> kPages = {"help/en/start/install.md",     "help/en/start/index.md",
                                                 "help/en/start/first steps.md", "help/en/search/tips.md",
                                                 "help/en/search/_index.md",     "help/en/start/한국어.md"};
    if (kPages.count(path) == 0) return std::nullopt;
    return "/en/articles/" + make_id(path.substr(8, path.size() - 11));
  };
  links.has_file = [](const std::string& path) {
    static const std::set<std::string> kFiles = {"help/en/start/shot.png",
                                                 "help/en/start/my shot.png",
                                                 "help/en/img/logo.svg",
                                                 "help/en/start/manual.pdf",
                                                 "logo.png",
                                                 "help/en/start/install.md",
                                                 ".git/config"};
    return kFiles.count(path) > 0;
  };
  links.real_path = [](const std::string& path) { return composed(path); };
  return links;
}

inline ParseResult parse(const std::string& bytes, const Site& site = {}, const std::string& lang = "en") {
  SourceInfo info;
  info.path = "help/en/start/page.md";
  info.id = "start-page";
  info.lang = lang;
  info.category = "start";
  return parse_article(info, {info.path, bytes}, site, small_site());
}

inline ParseResult parse_posts(const std::vector<SourceFile>& files, const std::string& lang = "en") {
  SourceInfo info;
  info.path = files.front().path;
  info.kind = Kind::community;
  info.id = "thread";
  info.lang = lang;
  return parse_thread(info, files, Site(), small_site());
}

inline std::string html_of(const std::string& markdown, const Site& site = {},
                           const std::string& lang = "en") {
  const ParseResult result = parse("---\ntitle: The Title\n---\n" + markdown, site, lang);
  return result.document ? result.document->html : "(no document)";
}

inline std::string post_html(const std::string& markdown) {
  const ParseResult result = parse_posts({{"help/en/start/question.md", "---\ntitle: T\n---\n" + markdown}});
  return result.document ? result.document->posts.front().html : "(no document)";
}

// All the plain text of a page, sections one after the other, headings in brackets.
inline std::string text_of(const std::string& markdown, const Site& site = {},
                           const std::string& lang = "en") {
  const ParseResult result = parse("---\ntitle: The Title\n---\n" + markdown, site, lang);
  std::string text;
  for (const Section& section : result.document->sections) {
    if (section.level > 0) text += "[" + section.heading + "]";
    text += section.text;
  }
  return text;
}

inline Site stripping_site() {
  Site site;
  site.strip_template_tags = true;
  return site;
}

inline Site site_of_all_dialects() {
  Site site = stripping_site();
  site.dialects.emplace();
  for (int i = 0; i < kDialects; ++i) site.dialects->add(static_cast<Dialect>(i));
  return site;
}

// "rule:line" of every finding, in order.
inline std::vector<std::string> findings(const ParseResult& result) {
  std::vector<std::string> all;
  for (const Diagnostic& d : result.diagnostics) {
    all.push_back(to_string(d.severity) + " " + d.rule + ":" + std::to_string(d.line));
  }
  return all;
}

}  // namespace signpost::testing
