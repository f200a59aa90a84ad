// site_file.cc - a missing site.yaml is no error: every setting has a default.
#include "indexer/site_file.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>

#include "base/error.h"
#include "content/dialects/detect_dialects.h"
#include "indexer/brand_image.h"

namespace fs = std::filesystem;

namespace signpost {
namespace {

constexpr char kDefaultName[] = "site.yaml";
constexpr char kRedirects[] = "redirects";
constexpr char kQueries[] = "queries.yaml";

// The name of a language in itself: "ko" -> "한국어".
std::string own_name(const std::string& code) {
  const icu::Locale locale(code.c_str());
  icu::UnicodeString name;
  locale.getDisplayLanguage(locale, name);
  std::string text;
  name.toUTF8String(text);
  return text.empty() ? code : text;
}

// Reads what lies beside site.yaml.
class Settings {
 public:
  Settings(const SourceFolder& folder, SiteFile& result) : folder_(folder), result_(result) {}

  // Its bytes are kept, so that what was looked at is what is published; its path becomes a URL.
  void find_logo() {
    std::string& logo = result_.site.logo;
    if (logo.empty()) return;
    const std::string name = fs::path(logo).lexically_normal().generic_string();
    FileBytes file = folder_.read_file(name, kMaxBrandImageBytes);
    const std::string why = file.error == ENOENT ? "is not there"
                            : file.error != 0    ? describe_read_error(file.error, kMaxBrandImageBytes)
                                                 : why_no_brand_image(name, file.bytes);
    if (why.empty()) {
      logo = name;
      result_.logo = {name, std::move(file.bytes)};
      return;
    }
    result_.diagnostics.push_back({Severity::warning, result_.path, result_.site.logo_line, 0,
                                   "asset-missing", "the logo " + logo + " " + why + "; none is shown"});
    logo.clear();
  }

  void read_search_words() {
    for (const Language& language : result_.site.languages) {
      const std::string name = "synonyms/" + language.code + ".txt";
      const std::string text = read_optional(name, "synonyms");
      for (SynonymRule& rule : parse_synonyms(text, language.code, name, result_.diagnostics)) {
        result_.site.synonyms.push_back(std::move(rule));
      }
    }
    const std::string queries = read_optional(kQueries, "best-bets");
    result_.site.best_bets = parse_best_bets(queries, kQueries, result_.diagnostics);
  }

  void read_redirects() {
    const std::string lines = read_optional(kRedirects, "redirect");
    result_.site.redirects = parse_redirects(lines, kRedirects, result_.diagnostics);
  }

 private:
  // A folder of such a name is a folder of articles, and what is no folder has no files.
  std::string read_optional(const std::string& name, const char* rule) {
    FileBytes file = folder_.read_file(name, kMaxMarkdownBytes);
    const bool absent = file.error == ENOENT || file.error == EISDIR || file.error == ENOTDIR;
    if (file.error != 0 && !absent) {
      result_.diagnostics.push_back(
          {Severity::error, name, 0, 0, rule, describe_read_error(file.error) + "; not read"});
    }
    return std::move(file.bytes);
  }

  const SourceFolder& folder_;
  SiteFile& result_;
};

SourceFolder folder_of(const std::string& file) {
  const std::string folder = fs::path(file).parent_path().string();
  return SourceFolder(folder.empty() ? "." : folder);
}

SiteFile read_site(const SourceFolder& source, const std::string& site_file) {
  SiteFile result;
  const FileBytes yaml = site_file.empty() ? source.read_file(kDefaultName, kMaxMarkdownBytes)
                                           : read_named_file(site_file, kMaxMarkdownBytes);
  if (yaml.error == ENOENT && site_file.empty()) {
    Settings(source, result).read_redirects();
    return result;
  }
  result.path = site_file.empty() ? kDefaultName : site_file;
  if (yaml.error != 0) {
    if (!site_file.empty()) throw Error(ErrorKind::io, site_file + " " + describe_read_error(yaml.error));
    result.diagnostics.push_back({Severity::error, result.path, 0, 0, "site",
                                  describe_read_error(yaml.error) + "; its defaults are used"});
    return result;
  }
  result.site = parse_site(yaml.bytes, result.path, result.diagnostics);
  const SourceFolder folder = site_file.empty() ? source : folder_of(site_file);
  Settings settings(folder, result);
  settings.find_logo();
  settings.read_search_words();
  settings.read_redirects();
  return result;
}

}  // namespace

SiteFile load_site(const SourceFolder& source, const std::string& site_file) {
  SiteFile result = read_site(source, site_file);
  if (!result.site.dialects) result.site.dialects = detect_dialects(source.path());
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
