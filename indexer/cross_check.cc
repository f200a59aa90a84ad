// cross_check.cc - one small check after the other over the same facts.
#include "indexer/cross_check.h"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "base/percent.h"
#include "indexer/front_matter_place.h"

namespace signpost {
namespace {

// How often something occurs, and where first.
struct Occurrence {
  uint64_t files = 0;
  std::string first_path;
};

std::string in_files(uint64_t files) {
  return files == 1 ? " (in this file only)" : " (in " + std::to_string(files) + " files, first here)";
}

// The addresses of the site's pages that are no document's own: lists, and what stands in for documents in
// other languages.
class SiteAddresses {
 public:
  SiteAddresses(const Site& site, const std::unordered_set<std::string>& ids,
                const std::vector<SourceInfo>& incidents)
      : site_(site), ids_(ids), incidents_(incidents) {}

  // `address` decoded, without a '/' at its end.
  bool has(std::string_view address) const {
    static constexpr std::string_view kPlain[] = {"/",           "/search",      "/ask", "/sitemap.xml",
                                                  "/robots.txt", "/openapi.json"};
    if (std::find(std::begin(kPlain), std::end(kPlain), address) != std::end(kPlain)) return true;
    if (address.starts_with("/api/")) return true;
    std::string_view rest = address.substr(1);
    const std::string_view first = next(rest);
    const bool lang = std::any_of(site_.languages.begin(), site_.languages.end(),
                                  [&](const Language& language) { return language.code == first; });
    if (lang && rest.empty()) return true;
    const std::string_view list = lang ? next(rest) : first;
    if (list == "categories" || list == "incidents.atom") return lang;
    if (list == "ask") return lang && rest.empty() && site_.answers.on;
    if (list == "contact") return lang && rest.empty() && !site_.contact.channels.empty();
    if (list == "requests") return lang && rest == "new";  // whether the service takes any is not known here
    if (list == "incidents") return lang && (rest.empty() || is_incident_id(rest));
    if (list != "articles" && (lang || list != "community")) return false;
    if (rest.ends_with(".md") && ids_.count(std::string(rest.substr(0, rest.size() - 3))) != 0) return true;
    return ids_.count(std::string(rest)) != 0;
  }

 private:
  bool is_incident_id(std::string_view id) const {
    return std::any_of(incidents_.begin(), incidents_.end(),
                       [id](const SourceInfo& incident) { return incident.id == id; });
  }

  static std::string_view next(std::string_view& path) {
    const size_t end = std::min(path.find('/'), path.size());
    const std::string_view segment = path.substr(0, end);
    path.remove_prefix(std::min(end + 1, path.size()));
    return segment;
  }

  const Site& site_;
  const std::unordered_set<std::string>& ids_;
  const std::vector<SourceInfo>& incidents_;
};

class CrossCheck {
 public:
  CrossCheck(const Corpus& corpus, const CorpusFacts& facts, const Site& site, Detail detail)
      : corpus_(corpus), facts_(facts), site_(site), detail_(detail), places_(corpus.source) {}

  std::vector<Diagnostic> run() {
    check_links();
    find_pages();
    check_aliases();
    check_redirects();
    check_addresses();
    check_categories();
    check_settings();
    note_unknown_keys();
    return std::move(diagnostics_);
  }

 private:
  const std::string& path_of(size_t document) const { return corpus_.documents[document].info.path; }

  // About what a document's front matter says of `key`.
  void report(Severity severity, const std::string& path, const char* rule, const char* key,
              const std::string& value, const std::string& message, const std::string& target = {}) {
    const Place place = places_.find(path, key, value);
    diagnostics_.push_back({severity, path, place.line, place.column, rule, message, target});
  }
  void warn(const LinkFact& link, const char* rule, const std::string& message) {
    diagnostics_.push_back(
        {Severity::warning, link.path, link.line, link.column, rule, message, path_of(link.target)});
  }

  void check_links() {
    for (size_t i = 0; i < facts_.size(); ++i) {
      if (!facts_[i]) continue;
      for (const LinkFact& link : facts_[i]->links) {
        check_link(link);
        if (corpus_.documents[i].internal == Internal::no) keep_public(link);
      }
    }
  }

  // Of a page with internal parts its form for everybody is asked (content/link_rewriter.h).
  void keep_public(const LinkFact& link) {
    if (corpus_.documents[link.target].internal != Internal::whole) return;
    diagnostics_.push_back({Severity::error, link.path, link.line, link.column, "internal-link",
                            "links to " + path_of(link.target) + ", which only staff may read",
                            path_of(link.target)});
  }

  void check_link(const LinkFact& link) {
    const auto& target = facts_[link.target];
    if (!target) {
      warn(link, "link-target", "links to " + path_of(link.target) + ", which was left out");
      return;
    }
    // "#top" and text fragments mean something to browsers by themselves.
    if (link.fragment.empty() || link.fragment == "top" || link.fragment.compare(0, 3, ":~:") == 0) return;
    const auto& anchors = target->anchors;
    if (std::find(anchors.begin(), anchors.end(), hash_anchor(link.fragment)) != anchors.end()) return;
    const std::string& page = path_of(link.target);
    warn(link, "link-fragment",
         "there is no heading with the id '" + link.fragment + "' in " +
             (page == link.path ? "this page" : page));
  }

  void find_pages() {
    for (size_t i = 0; i < facts_.size(); ++i) {
      if (!facts_[i]) continue;
      const SourceInfo& info = corpus_.documents[i].info;
      pages_.emplace(percent_decode(page_path(info)), i);
      ids_.insert(info.id);
    }
  }

  void check_aliases() {
    for (size_t i = 0; i < facts_.size(); ++i) {
      if (!facts_[i]) continue;
      for (const std::string& alias : facts_[i]->aliases) {
        if (const auto page = pages_.find(alias); page != pages_.end()) {
          if (page->second == i) continue;  // it is its own address, stated as well
          clash(i, alias, "is the address of the page of ", path_of(page->second));
          continue;
        }
        const auto [owner, fresh] = aliases_.emplace(alias, i);
        // Translations share their alias: the reader's language decides.
        const SourceInfo& other = corpus_.documents[owner->second].info;
        if (fresh || other.id == corpus_.documents[i].info.id) continue;
        clash(i, alias, "leads already to ", other.path);
      }
    }
  }

  void clash(size_t document, const std::string& alias, const char* what, const std::string& other) {
    const char* stated = "aliases";
    for (const char* key : {"aliases", "redirect_from", "permalink", "url", "slug"}) {
      if (places_.find(path_of(document), key, "").line == 0) continue;
      stated = key;
      break;
    }
    report(Severity::warning, path_of(document), "alias", stated, alias,
           "the alias '" + alias + "' " + what + other, other);
  }

  void check_redirects() {
    for (const Redirect& redirect : site_.redirects) {
      if (const auto page = pages_.find(redirect.from); page != pages_.end()) {
        warn_redirect(redirect,
                      "is the address of the page of " + path_of(page->second) + ", which is shown");
      } else if (const auto alias = aliases_.find(redirect.from); alias != aliases_.end()) {
        warn_redirect(redirect, "is an alias of " + path_of(alias->second) + ", to which it leads");
      } else {
        check_target(redirect);
      }
    }
  }

  // Which paths exist beside those of documents is the service's business.
  void check_target(const Redirect& redirect) {
    const size_t end = std::min(redirect.to.find_first_of("?#"), redirect.to.size());
    const std::string target = percent_decode(std::string_view(redirect.to).substr(0, end));
    if (target[0] != '/') {
      if (ids_.count(target) == 0)
        warn_redirect(redirect, "leads to '" + target + "', and no document has that id");
      return;
    }
    if (const auto alias = aliases_.find(target); alias != aliases_.end() && pages_.count(target) == 0) {
      return warn_redirect(redirect, "leads to " + redirect.to + ", which is an alias of " +
                                         path_of(alias->second) + "; name its id instead");
    }
    const bool is_page = target.find("/articles/") < 5 || target.rfind("/community/", 0) == 0;
    // A page stands in for its missing translations.
    if (is_page && ids_.count(target.substr(target.rfind('/') + 1)) == 0) {
      warn_redirect(redirect, "leads to " + redirect.to + ", where there is no page");
    }
  }

  void warn_redirect(const Redirect& redirect, const std::string& what) {
    diagnostics_.push_back({Severity::warning, "redirects", redirect.line, 0, "redirect",
                            "'" + redirect.from + "' " + what, ""});
  }

  void check_addresses() {
    const SiteAddresses site(site_, ids_, corpus_.incidents);
    for (const auto& facts : facts_) {
      if (!facts) continue;
      for (const AddressFact& link : facts->addresses) {
        const std::string address(without_last_slash(link.address));
        const bool led = pages_.count(address) != 0 || aliases_.count(address) != 0 || is_redirect(address);
        const bool file = address.starts_with("/files/") && corpus_.other_files.count(address.substr(7)) != 0;
        if (led || file || site.has(address)) continue;
        diagnostics_.push_back({Severity::warning, link.path, link.line, link.column, "link-target",
                                "link to nowhere: " + link.address.substr(0, 200), ""});
      }
    }
  }

  bool is_redirect(const std::string& address) const {
    const auto found = std::lower_bound(
        site_.redirects.begin(), site_.redirects.end(), address,
        [](const Redirect& redirect, const std::string& from) { return redirect.from < from; });
    return found != site_.redirects.end() && found->from == address;
  }

  void check_categories() {
    if (site_.categories.empty()) return;
    std::map<std::string, Occurrence> unknown;
    for (size_t i = 0; i < facts_.size(); ++i) {
      if (!facts_[i] || facts_[i]->category.empty()) continue;
      const std::string& id = facts_[i]->category;
      const bool known = std::any_of(site_.categories.begin(), site_.categories.end(),
                                     [&](const Category& category) { return category.id == id; });
      if (known) continue;
      if (detail_ == Detail::everywhere) report_category(path_of(i), id, "");
      count(unknown[id], path_of(i));
    }
    if (detail_ == Detail::everywhere) return;
    for (const auto& [id, use] : unknown) report_category(use.first_path, id, in_files(use.files));
  }

  void report_category(const std::string& path, const std::string& id, const std::string& where) {
    report(Severity::warning, path, "category", "category", id,
           "the category '" + id + "' is not in site.yaml" + where, "site.yaml");
  }

  // What the settings name by id.
  void check_settings() {
    for (const std::string& id : site_.popular) {
      if (ids_.count(id) == 0) warn_setting(site_.path, site_.popular_line, "link-target", "popular", id);
    }
    for (const BestBet& bet : site_.best_bets) {
      if (ids_.count(bet.id) == 0) warn_setting("queries.yaml", bet.line, "best-bets", "a best bet", bet.id);
    }
    for (const Channel& channel : site_.contact.channels) check_channel(channel);
    check_never();
    for (const PinnedAnswer& answer : site_.pinned_answers) check_pinned(answer);
  }

  void check_channel(const Channel& channel) {
    if (channel.kind == ChannelKind::email || channel.kind == ChannelKind::phone) return;
    for (const auto& [lang, address] : channel.addresses) {
      if (address_kind(address) == AddressKind::id && ids_.count(address) == 0)
        warn_setting(site_.path, channel.line, "link-target", "the channel '" + channel.id + "'", address);
    }
  }

  // Several categories lie on one line of the settings.
  void check_never() {
    for (const std::string& id : site_.answers.never[Field::category]) {
      const auto listed = [&](const Category& category) { return category.id == id; };
      if (std::any_of(site_.categories.begin(), site_.categories.end(), listed)) continue;
      const auto has_it = [&](const auto& facts) { return facts && facts->category == id; };
      if (std::any_of(facts_.begin(), facts_.end(), has_it)) continue;
      diagnostics_.push_back({Severity::warning, site_.path, site_.answers.never_line, 0, "category",
                              "answers never quote the category '" + id + "', and there is none", ""});
    }
  }

  // By its category or kind; tags are known to the service alone.
  bool is_never_quoted(size_t document) const {
    const auto has = [this](Field field, std::string_view value) {
      const auto& values = site_.answers.never[field];
      return std::find(values.begin(), values.end(), value) != values.end();
    };
    return has(Field::category, facts_[document]->category) ||
           has(Field::kind, to_string(corpus_.documents[document].info.kind));
  }

  // A translation that lacks the heading has no such answer; one of the documents must have it, with a text
  // that can be quoted.
  void check_pinned(const PinnedAnswer& answer) {
    const auto complain = [&](const std::string& what, const std::string& target = {}) {
      diagnostics_.push_back(
          {Severity::error, "answers.yaml", answer.line, 0, "pinned-answers", what, target});
    };
    if (ids_.count(answer.id) == 0) {
      return complain("the answer is '" + answer.id + "', and no document has that id");
    }
    const uint64_t wanted = hash_anchor(answer.anchor);
    const auto has = [wanted](const std::vector<uint64_t>& places) {
      return std::find(places.begin(), places.end(), wanted) != places.end();
    };
    std::string place;  // a file that has it, but no text of its own there
    for (size_t i = 0; i < facts_.size(); ++i) {
      if (!facts_[i] || corpus_.documents[i].info.id != answer.id) continue;
      if (is_never_quoted(i))
        return complain("the answer is '" + answer.id + "', which site.yaml says is never quoted",
                        path_of(i));
      if (has(facts_[i]->sections)) return;
      if (place.empty() && (answer.anchor.empty() || has(facts_[i]->anchors))) place = path_of(i);
    }
    if (place.empty())
      return complain("there is no heading with the id '" + answer.anchor + "' in '" + answer.id + "'");
    const std::string where =
        answer.anchor.empty() ? "before the first heading of '" : "right below '" + answer.anchor + "' in '";
    complain("there is no text that can be quoted " + where + answer.id + "' (" + place +
                 "); name the heading of a section that has one",
             place);
  }

  void warn_setting(const std::string& path, int line, const char* rule, const std::string& what,
                    const std::string& id) {
    diagnostics_.push_back({Severity::warning, path, line, 0, rule,
                            what + " names '" + id + "', and no document has that id", ""});
  }

  void note_unknown_keys() {
    std::map<std::string, Occurrence> keys;
    for (size_t i = 0; i < facts_.size(); ++i) {
      if (!facts_[i]) continue;
      for (const std::string& key : facts_[i]->unknown_keys) {
        if (detail_ == Detail::everywhere) report_key(path_of(i), key, "");
        count(keys[key], path_of(i));
      }
    }
    if (detail_ == Detail::everywhere) return;
    for (const auto& [key, use] : keys) report_key(use.first_path, key, in_files(use.files));
  }

  void report_key(const std::string& path, const std::string& key, const std::string& where) {
    report(Severity::note, path, "unknown-key", key.c_str(), "",
           "front matter key '" + key + "' is not one of ours; kept" + where);
  }

  static void count(Occurrence& use, const std::string& path) {
    if (use.files++ == 0) use.first_path = path;
  }

  const Corpus& corpus_;
  const CorpusFacts& facts_;
  const Site& site_;
  const Detail detail_;
  FrontMatterPlaces places_;
  std::unordered_map<std::string, size_t> pages_;    // URL path, percent-decoded -> number of the document
  std::unordered_map<std::string, size_t> aliases_;  // likewise, the first document that has it
  std::unordered_set<std::string> ids_;
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace

std::vector<Diagnostic> check_across(const Corpus& corpus, const CorpusFacts& facts, const Site& site,
                                     Detail detail) {
  return CrossCheck(corpus, facts, site, detail).run();
}

}  // namespace signpost
