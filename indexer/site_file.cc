// site_file.cc - a missing site.yaml is no error: every setting has a default.
#include "indexer/site_file.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>

#include "content/error.h"
#include "indexer/source_file.h"

namespace fs = std::filesystem;

namespace signpost {
namespace {

constexpr char kDefaultName[] = "site.yaml";
constexpr char kRedirects[] = "redirects";

// The name of a language in itself: "ko" -> "한국어".
std::string own_name(const std::string& code) {
  const icu::Locale locale(code.c_str());
  icu::UnicodeString name;
  locale.getDisplayLanguage(locale, name);
  std::string text;
  name.toUTF8String(text);
  return text.empty() ? code : text;
}

// The logo lies beside site.yaml, and must stay there: its path becomes a URL.
void find_logo(const fs::path& folder, SiteFile& result) {
  const std::string& logo = result.site.logo;
  if (logo.empty() || logo.find("://") != std::string::npos) return;
  const fs::path relative = fs::path(logo).lexically_normal();
  const bool leads_out = relative.is_absolute() || (!relative.empty() && *relative.begin() == "..");
  std::error_code error;
  if (!leads_out && fs::is_regular_file(folder / relative, error)) {
    result.assets.push_back({(folder / relative).string(), relative.generic_string()});
    return;
  }
  result.diagnostics.push_back({Severity::warning, result.path, 0, 0, "asset-missing",
                                leads_out ? "the logo must lie in the folder of site.yaml: " + logo
                                          : "there is no such logo: " + logo});
  result.site.logo.clear();
}

// The words that mean the same and the best bets lie beside site.yaml, both optional.
void read_search_words(const fs::path& folder, SiteFile& result) {
  for (const Language& language : result.site.languages) {
    const std::string name = "synonyms/" + language.code + ".txt";
    const FileBytes text = read_source_file((folder / name).string(), kMaxMarkdownBytes);
    if (text.error != 0) continue;
    for (SynonymRule& rule : parse_synonyms(text.bytes, language.code, name, result.diagnostics)) {
      result.site.synonyms.push_back(std::move(rule));
    }
  }
  const FileBytes queries = read_source_file((folder / "queries.yaml").string(), kMaxMarkdownBytes);
  if (queries.error == 0) {
    result.site.best_bets = parse_best_bets(queries.bytes, "queries.yaml", result.diagnostics);
  }
}

// Optional too. A folder of that name is a folder of articles.
void read_redirects(const fs::path& folder, SiteFile& result) {
  const FileBytes lines = read_source_file((folder / kRedirects).string(), kMaxMarkdownBytes);
  if (lines.error == 0) {
    result.site.redirects = parse_redirects(lines.bytes, kRedirects, result.diagnostics);
  } else if (lines.error != ENOENT && lines.error != EINVAL) {
    result.diagnostics.push_back(
        {Severity::error, kRedirects, 0, 0, "redirect", describe_read_error(lines.error)});
  }
}

}  // namespace

SiteFile load_site(const std::string& source, const std::string& site_file) {
  SiteFile result;
  const std::string file = site_file.empty() ? source + "/" + kDefaultName : site_file;
  const FileBytes yaml = read_source_file(file, kMaxMarkdownBytes);
  if (yaml.error == ENOENT && site_file.empty()) {
    read_redirects(source, result);
    return result;
  }
  result.path = site_file.empty() ? kDefaultName : site_file;
  if (yaml.error != 0) {
    if (!site_file.empty())
      throw Error(ErrorKind::not_found, site_file + " " + describe_read_error(yaml.error));
    result.diagnostics.push_back({Severity::error, result.path, 0, 0, "site",
                                  describe_read_error(yaml.error) + "; its defaults are used"});
    return result;
  }
  result.site = parse_site(yaml.bytes, result.path, result.diagnostics);
  find_logo(fs::path(file).parent_path(), result);
  read_search_words(fs::path(file).parent_path(), result);
  read_redirects(fs::path(file).parent_path(), result);
  return result;
}

void reconcile_languages(const Corpus& corpus, SiteFile& site) {
  for (const auto& entry : corpus.languages) {
    const std::string& code = entry.first;
    const auto& use = entry.second;
    std::vector<Language>& languages = site.site.languages;
    if (std::any_of(languages.begin(), languages.end(), [&](const Language& l) { return l.code == code; }))
      continue;
    if (site.path.empty()) {
      languages.push_back({code, own_name(code)});
      continue;
    }
    const std::string count =
        use.documents == 1 ? "1 document" : std::to_string(use.documents) + " documents";
    site.diagnostics.push_back(
        {Severity::warning, use.first_path, 0, 0, "language",
         "the language '" + code + "' is not in " + site.path + " (" + count + ", first here)"});
  }
}

}  // namespace signpost
