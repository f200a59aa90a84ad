// site_file.cc - a missing site.yaml is no error: every setting has a default.
#include "indexer/site_file.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>

#include "base/error.h"
#include "content/dialects/detect_dialects.h"
#include "content/holiday_calendar.h"
#include "content/language.h"
#include "indexer/brand_image.h"

namespace fs = std::filesystem;

namespace signpost {
namespace {

constexpr char kDefaultName[] = "site.yaml";
constexpr char kSynonyms[] = "synonyms";
constexpr char kRedirects[] = "redirects";
constexpr char kQueries[] = "queries.yaml";
constexpr char kAnswers[] = "answers.yaml";

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
    std::vector<std::string> names;
    const OpenedFile opened = folder_.open_folder(kSynonyms);
    int error = opened.error != 0 ? opened.error : list_names(opened, names);
    // A link to a folder is none; what lies behind it says so.
    if (error == ENOTDIR) error = folder_.read_file("synonyms/en.txt", kMaxMarkdownBytes).error;
    report_unread(kSynonyms, "synonyms", error);
    std::sort(names.begin(), names.end());
    for (const std::string& name : names) read_synonyms(name);
    const std::string queries = read_optional(kQueries, "best-bets");
    result_.site.best_bets = parse_best_bets(queries, kQueries, result_.diagnostics);
    const std::string answers = read_optional(kAnswers, "pinned-answers");
    result_.site.pinned_answers = parse_pinned_answers(answers, kAnswers, result_.diagnostics);
  }

  // A channel that names a calendar which can't be read is left out: nobody knows when it is closed.
  void read_calendars() {
    std::erase_if(result_.site.contact.channels, [this](Channel& channel) {
      return !std::all_of(channel.calendars.begin(), channel.calendars.end(),
                          [&](const CalendarName& calendar) { return read_calendar(calendar, channel); });
    });
  }

  void read_redirects() {
    const std::string lines = read_optional(kRedirects, "redirect");
    result_.site.redirects = parse_redirects(lines, kRedirects, result_.diagnostics);
  }

 private:
  // "pt-br.txt"; what else lies there is no list of ours.
  void read_synonyms(const std::string& name) {
    const auto lang = canonical_language(name.substr(0, name.find('.')));
    if (!lang || !name.ends_with(".txt")) return;
    const std::string path = kSynonyms + ("/" + name);
    const std::string text = read_optional(path, "synonyms");
    for (SynonymRule& rule : parse_synonyms(text, *lang, path, result_.diagnostics))
      result_.site.synonyms.push_back(std::move(rule));
  }

  bool read_calendar(const CalendarName& calendar, Channel& channel) {
    const std::string name = fs::path(calendar.path).lexically_normal().generic_string();
    const FileBytes file = folder_.read_file(name, kMaxMarkdownBytes);
    const auto read = file.error == 0 ? parse_holidays(file.bytes, name, result_.diagnostics) : std::nullopt;
    if (!read) {
      const std::string why = file.error == ENOENT ? "is not there"
                              : file.error != 0    ? describe_read_error(file.error)
                                                   : "has errors";
      result_.diagnostics.push_back(
          {Severity::error, result_.path, calendar.line, 0, "site",
           "the calendar " + calendar.path + " " + why + "; the channel '" + channel.id + "' is left out"});
      return false;
    }
    std::vector<uint32_t>& days = channel.holidays;
    days.insert(days.end(), read->begin(), read->end());
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return true;
  }

  // A folder of such a name is a folder of articles, and what is no folder has no files.
  std::string read_optional(const std::string& name, const char* rule) {
    FileBytes file = folder_.read_file(name, kMaxMarkdownBytes);
    report_unread(name, rule, file.error);
    return std::move(file.bytes);
  }

  void report_unread(const std::string& name, const char* rule, int error) {
    if (error == 0 || error == ENOENT || error == EISDIR || error == ENOTDIR) return;
    result_.diagnostics.push_back(
        {Severity::error, name, 0, 0, rule, describe_read_error(error) + "; not read"});
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
  settings.read_calendars();
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

namespace {

std::string documents_and(const LanguageUse& use) {
  return (use.documents == 1 ? "1 document" : std::to_string(use.documents) + " documents") + ", first here";
}

// The language that most documents have; of equal ones English, then the first.
std::string most_used(const Corpus& corpus) {
  std::string most = "en";
  uint64_t documents = 0;
  for (const auto& [code, use] : corpus.languages) {
    const bool english = base_language(code) == "en";
    if (use.documents < documents || (use.documents == documents && !english)) continue;
    most = code;
    documents = use.documents;
  }
  return most;
}

void tell(SiteFile& site, Severity severity, const std::string& path, const std::string& message) {
  site.diagnostics.push_back({severity, path, 0, 0, "language", message});
}

// Documents alone say which languages there are.
void take_languages(const Corpus& corpus, SiteFile& site) {
  constexpr char kSetIt[] = "; `default_language` in site.yaml sets it";
  const FoundLanguage& unsaid = corpus.unsaid;
  const std::string standard = site.site.default_language;
  const auto documents_in = [&](const std::string& code) {
    const auto found = corpus.languages.find(code);
    return found == corpus.languages.end() ? 0 : found->second.documents;
  };
  std::string chosen = unsaid.code.empty() ? standard : unsaid.code;
  const std::string most = most_used(corpus);
  // Beside the articles of another language there often lies a README in English.
  if (!unsaid.told && documents_in(chosen) * 10 < documents_in(most)) {
    chosen = most;
    tell(site, Severity::note, corpus.languages.at(chosen).first_path,
         "the default language is " + chosen + ", which most documents are in" + kSetIt);
  } else if (chosen != standard) {
    tell(site, Severity::note, unsaid.first_path,
         "the text is in " + chosen + ", so this is the default language" + kSetIt);
  } else if (unsaid.doubtful) {
    tell(
        site, Severity::warning, unsaid.first_path,
        "the text does not look like English, and nothing says which language it is in; it is published as " +
            chosen + kSetIt);
  }
  site.site.default_language = chosen;
  site.site.languages = {{chosen, own_language_name(chosen)}};
}

}  // namespace

void reconcile_languages(const Corpus& corpus, SiteFile& site) {
  std::vector<Language>& languages = site.site.languages;
  if (!site.site.languages_given) take_languages(corpus, site);
  for (const auto& [code, use] : corpus.languages) {
    const auto same = [&code = code](const Language& language) { return language.code == code; };
    if (std::any_of(languages.begin(), languages.end(), same)) continue;
    languages.push_back({code, own_language_name(code)});
    if (!site.site.languages_given) continue;
    tell(site, Severity::warning, use.first_path,
         "the language '" + code + "' is not in " + site.path + " (" + documents_and(use) +
             "); it is served too: list it under `languages`, or its files under `exclude`");
  }
}

}  // namespace signpost
