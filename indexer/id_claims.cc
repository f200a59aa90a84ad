// id_claims.cc - first those who keep what they have, then the others in the order of their rights; at last
// what became of the addresses that were published.
#include "indexer/id_claims.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

#include "base/percent.h"
#include "index/schema.h"
#include "indexer/front_matter_place.h"

namespace signpost {
namespace {

constexpr uint32_t kNobody = UINT32_MAX;

// Kind, language and id together are what a URL is made of.
std::string key_of(Kind kind, std::string_view lang, std::string_view id) {
  return std::string(to_string(kind)).append("/").append(lang).append("/").append(id);
}

// "a-2" is "a" with a number, as it is given to the second of an id.
bool is_numbered(std::string_view id, std::string_view plain) {
  if (!id.starts_with(plain)) return false;
  const std::string_view rest = id.substr(plain.size());
  return rest.size() > 1 && rest[0] == '-' && rest[1] > '0' &&
         rest.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

std::string_view folder_of(std::string_view path) { return path.substr(0, path.rfind('/') + 1); }

// Which document states which address, sorted: a document may state thousands, and be asked for each.
using Statements = std::vector<std::pair<uint32_t, size_t>>;  // number of the document, hash of the address

size_t hash_address(std::string_view address) { return std::hash<std::string_view>()(address); }

bool has(const Statements& statements, uint32_t document, std::string_view address) {
  return std::binary_search(statements.begin(), statements.end(), std::pair(document, hash_address(address)));
}

class IdClaims {
 public:
  IdClaims(std::vector<IdClaim>& claims, const Published& published, const std::vector<Redirect>& redirects,
           const FileStates& files, const SourceFolder& source)
      : claims_(claims), published_(published), redirects_(redirects), files_(files), places_(source) {}

  std::vector<Diagnostic> run() {
    owners_.reserve(claims_.size());
    match_published();
    note_aliases();
    for (uint32_t i = 0; i < claims_.size(); ++i) keep(i);
    for (uint32_t i = 0; i < claims_.size(); ++i) {
      if (!settled_[i] && claims_[i].says_id && is_ours(i)) give_said(i);
    }
    for (uint32_t i = 0; i < claims_.size(); ++i) {
      if (!settled_[i] && !claims_[i].says_id) give_default(i);
    }
    for (uint32_t i = 0; i < claims_.size(); ++i) {
      if (!settled_[i] && !claims_[i].left_out) give_said_or_path(i);
    }
    for (const auto& [claim, wanted] : numbered_) report_numbered(claim, wanted);
    check_published_pages();
    check_published_aliases();
    return std::move(diagnostics_);
  }

 private:
  SourceInfo& info(uint32_t claim) const { return *claims_[claim].info; }
  const std::string& path(uint32_t claim) const { return info(claim).path; }
  // In a folder of our own layout, whose authors write for these rules.
  bool is_ours(uint32_t claim) const { return claims_[claim].path_id.empty(); }
  bool lives(uint32_t claim) const { return claim != kNobody && !claims_[claim].left_out; }
  std::string key(uint32_t claim, std::string_view id) const {
    return key_of(info(claim).kind, info(claim).lang, id);
  }
  std::string address(uint32_t claim, std::string_view id) const {
    return page_path(info(claim).kind, info(claim).lang, id);
  }
  const PublishedDocument* former(uint32_t claim) const {
    return former_[claim] == kNobody ? nullptr : &published_.documents[former_[claim]];
  }
  bool is_former(uint32_t claim, std::string_view id) const {
    const PublishedDocument* before = former(claim);
    return before != nullptr && before->kind == info(claim).kind && before->lang == info(claim).lang &&
           before->id == id;
  }

  void report(Severity severity, uint32_t claim, const char* stated, const char* rule,
              const std::string& message, const std::string& target) {
    const Place place = stated[0] == '\0' ? Place{} : places_.find(path(claim), stated, "");
    diagnostics_.push_back({severity, path(claim), place.line, place.column, rule, message, target});
  }

  // Both lists are by path.
  void match_published() {
    former_.assign(claims_.size(), kNobody);
    now_.assign(published_.documents.size(), kNobody);
    settled_.assign(claims_.size(), false);
    for (uint32_t i = 0, p = 0; i < claims_.size() && p < now_.size();) {
      const int order = published_.documents[p].path.compare(path(i));
      if (order == 0) {
        former_[i] = p;
        now_[p] = i;
      }
      i += order >= 0 ? 1 : 0;
      p += order <= 0 ? 1 : 0;
    }
  }

  void note_aliases() {
    for (uint32_t p = 0; p < published_.documents.size(); ++p) {
      for (const std::string& alias : *published_.documents[p].aliases) {
        aliases_.try_emplace(alias, p);
        stated_before_.emplace_back(p, hash_address(alias));
      }
    }
    if (aliases_.empty()) return;
    for (uint32_t i = 0; i < claims_.size(); ++i) {
      for (const std::string& address : info(i).addresses) stated_now_.emplace_back(i, hash_address(address));
    }
    std::sort(stated_before_.begin(), stated_before_.end());
    std::sort(stated_now_.begin(), stated_now_.end());
  }

  bool own(uint32_t claim, const std::string& id) {
    return owners_.try_emplace(key(claim, id), claim).second;
  }
  uint32_t owner_of(uint32_t claim, std::string_view id) const {
    const auto found = owners_.find(key(claim, id));
    return found == owners_.end() ? kNobody : found->second;
  }
  void settle(uint32_t claim, const std::string& id) {
    settled_[claim] = true;
    info(claim).id_is_taken = claims_[claim].says_id && info(claim).id != id;
    info(claim).id = id;
  }

  // What stands in for an id that is said is only lent: it goes when the id is free.
  void keep(uint32_t claim) {
    const std::string wanted = info(claim).id;
    const PublishedDocument* before = former(claim);
    if (before == nullptr || !is_former(claim, before->id)) return;
    const std::string id(before->id);
    const std::string& by_path = claims_[claim].path_id;
    const bool lent =
        is_numbered(id, wanted) || (!by_path.empty() && (id == by_path || is_numbered(id, by_path)));
    if ((id != wanted && !lent) || !own(claim, id)) return;
    if (id == wanted) return settle(claim, id);
    if (claims_[claim].says_id) return;
    settle(claim, id);
    numbered_.emplace_back(claim, wanted);
  }

  // What has an address though no id says so.
  struct Keeper {
    std::string file;
    std::string message;
  };

  // The alias or redirect that is published with the address of this id; nullopt when that is free.
  std::optional<Keeper> kept_by(uint32_t claim, std::string_view id) const {
    if (published_.documents.empty()) return std::nullopt;
    const std::string wanted = percent_decode(address(claim, id));
    if (const auto alias = aliases_.find(wanted); alias != aliases_.end()) {
      const uint32_t owner = now_[alias->second];
      if (lives(owner) && owner != claim && info(owner).id != id && has(stated_now_, owner, wanted))
        return Keeper{path(owner), "which is published as an alias of " + path(owner)};
    }
    const auto redirect =
        std::lower_bound(redirects_.begin(), redirects_.end(), wanted,
                         [](const Redirect& line, const std::string& from) { return line.from < from; });
    if (redirect != redirects_.end() && redirect->from == wanted && redirect->line > 0)
      return Keeper{"redirects",
                    "which line " + std::to_string(redirect->line) + " of `redirects` leads elsewhere"};
    return std::nullopt;
  }

  std::string numbered_id(uint32_t claim, const std::string& wanted) {
    if (const PublishedDocument* before = former(claim);
        before != nullptr && is_numbered(before->id, wanted)) {
      const std::string id(before->id);
      if (is_former(claim, id) && owner_of(claim, id) == claim) return id;
    }
    // No number that was taken comes free again: thousands of one name don't begin at 2 each.
    for (uint32_t& number = next_numbers_.try_emplace(key(claim, wanted), 2).first->second;; ++number) {
      std::string id = wanted + "-" + std::to_string(number);
      if (own(claim, id)) return id;
    }
  }

  // What stands against an id: a document that has it, or else what has its address.
  struct Rival {
    uint32_t owner = kNobody;
    std::optional<Keeper> keeper;
  };

  // Gives the claim the id that it wants, if that is free; else says who has it.
  std::optional<Rival> settle_if_free(uint32_t claim, const std::string& wanted) {
    Rival rival{owner_of(claim, wanted), std::nullopt};
    if (rival.owner == kNobody) rival.keeper = kept_by(claim, wanted);
    if (rival.owner != kNobody || rival.keeper) return rival;
    own(claim, wanted);
    settle(claim, wanted);
    return std::nullopt;
  }

  // An article of our own layout that says its id.
  void give_said(uint32_t claim) {
    const std::string wanted = info(claim).id;
    const auto rival = settle_if_free(claim, wanted);
    if (!rival) return;
    const uint32_t owner = rival->owner;
    if (owner != kNobody && claims_[owner].says_id) {
      claims_[claim].left_out = true;
      report(Severity::error, claim, "id", "duplicate-id",
             "has the id '" + wanted + "' of " + path(owner) + "; left out", path(owner));
      return;
    }
    settle(claim, numbered_id(claim, wanted));
    if (rival->keeper) return report_kept(claim, wanted, *rival->keeper);
    report(Severity::error, claim, "id", "id-collision",
           "says the id '" + wanted + "', but " + address(claim, wanted) +
               " is published as the address of " + path(owner) + " and stays so; this page gets '" +
               info(claim).id + "' until another `id` stands here",
           path(owner));
  }

  void give_default(uint32_t claim) {
    const std::string wanted = info(claim).id;
    const auto rival = settle_if_free(claim, wanted);
    if (!rival) return;
    settle(claim, numbered_id(claim, wanted));
    if (rival->keeper) return report_kept(claim, wanted, *rival->keeper);
    report_collision(claim, wanted, rival->owner);
  }

  // Where folders are part of ids, many tools let an id count in its folder alone: each version of a handbook
  // may have the same.
  void give_said_or_path(uint32_t claim) {
    const std::string wanted = info(claim).id;
    const auto rival = settle_if_free(claim, wanted);
    if (!rival) return;
    const std::string& by_path = claims_[claim].path_id;
    settle(claim,
           own(claim, by_path) || owner_of(claim, by_path) == claim ? by_path : numbered_id(claim, by_path));
    if (rival->keeper) return report_kept(claim, wanted, *rival->keeper);
    const std::string& owner = path(rival->owner);
    const bool beside = folder_of(owner) == folder_of(path(claim));
    report(beside ? Severity::error : Severity::warning, claim, "id", "id-collision",
           "says the id '" + wanted + "' of " + owner + ", so it gets '" + info(claim).id + "' by its place",
           owner);
  }

  void report_kept(uint32_t claim, const std::string& wanted, const Keeper& keeper) {
    report(Severity::error, claim, claims_[claim].says_id ? "id" : "", "id-collision",
           "would have the address " + address(claim, wanted) + ", " + keeper.message + "; this page gets '" +
               info(claim).id + "' until it has an `id` of its own, or the address is taken out there",
           keeper.file);
  }

  // In a folder of another layout two ids may be the same only because a '/' became a '-'.
  void report_collision(uint32_t claim, const std::string& wanted, uint32_t owner) {
    const bool said = claims_[owner].says_id;
    if (!said || is_former(owner, wanted)) {
      return report(said || is_ours(claim) ? Severity::error : Severity::warning, claim, "", "id-collision",
                    "would have the id '" + wanted + "' of " + path(owner) + ", so it gets '" +
                        info(claim).id + "'; give it an `id` of its own",
                    path(owner));
    }
    report(Severity::error, owner, "id", "id-collision",
           "says the id '" + wanted + "' that " + path(claim) + " has by its name, which gets '" +
               info(claim).id + "' for it; change the `id` of one of the two",
           path(claim));
  }

  void report_numbered(uint32_t claim, const std::string& wanted) {
    if (const uint32_t owner = owner_of(claim, wanted); owner != kNobody)
      return report_collision(claim, wanted, owner);
    report(Severity::warning, claim, "", "id-collision",
           "stays at '" + info(claim).id + "', where it is published, though '" + wanted +
               "' is free now; write the `id` that it is to have",
           "");
  }

  // Where the text of a file is now that is gone from its place; kNobody when it is nowhere.
  uint32_t moved_to(const PublishedDocument& document) {
    if (published_.files == nullptr) return kNobody;
    const auto before = published_.files->find(std::string(document.path));
    if (before == published_.files->end()) return kNobody;
    if (new_texts_.empty()) {
      for (uint32_t i = 0; i < claims_.size(); ++i) {
        const auto file = former_[i] == kNobody && lives(i) ? files_.find(path(i)) : files_.end();
        if (file != files_.end()) new_texts_.try_emplace(file->second.digest, i);
      }
    }
    const auto found = new_texts_.find(before->second.digest);
    return found == new_texts_.end() ? kNobody : found->second;
  }

  void check_published_pages() {
    for (uint32_t p = 0; p < now_.size(); ++p) {
      const PublishedDocument& was = published_.documents[p];
      if (now_[p] != kNobody && is_former(now_[p], info(now_[p]).id)) continue;
      const auto found = owners_.find(key_of(was.kind, was.lang, was.id));
      if (found == owners_.end()) continue;
      const uint32_t is = found->second;
      const uint32_t lives_at = now_[p] == kNobody ? moved_to(was) : now_[p];
      if (!lives(lives_at) || lives_at == is || info(is).id != was.id) continue;
      report(Severity::error, is, claims_[is].says_id ? "id" : "", "address-taken",
             "takes " + address(is, info(is).id) + ", which is published as the address of " +
                 path(lives_at) + ", now at " + address(lives_at, info(lives_at).id) +
                 "; give this page another `id`, or that one `id: " + info(is).id + "`",
             path(lives_at));
    }
  }

  void check_published_aliases() {
    if (aliases_.empty()) return;
    for (uint32_t i = 0; i < claims_.size(); ++i) {
      if (claims_[i].left_out) continue;
      const char* key = nullptr;
      std::erase_if(info(i).addresses, [&](const std::string& alias) {
        const uint32_t owner = owner_of_alias(i, alias);
        if (owner == kNobody) return false;
        if (key == nullptr) key = key_of_aliases(i);
        report_alias(i, key, alias, path(owner));
        info(i).taken.push_back(alias);
        return true;
      });
    }
  }

  // Who is published with it, and states it still, and is another than whoever states it newly.
  uint32_t owner_of_alias(uint32_t claim, const std::string& alias) const {
    const auto found = aliases_.find(alias);
    if (found == aliases_.end()) return kNobody;
    if (former_[claim] != kNobody && has(stated_before_, former_[claim], alias)) return kNobody;
    const uint32_t owner = now_[found->second];
    const bool other = lives(owner) && owner != claim && info(owner).id != info(claim).id;
    return other && has(stated_now_, owner, alias) ? owner : kNobody;
  }

  // Under which its front matter states some.
  const char* key_of_aliases(uint32_t claim) {
    for (const char* key : {"aliases", "redirect_from", "permalink", "url", "slug"}) {
      if (places_.find(path(claim), key, "").line != 0) return key;
    }
    return "aliases";
  }

  void report_alias(uint32_t claim, const char* key, const std::string& alias, const std::string& owner) {
    report(is_ours(claim) ? Severity::error : Severity::warning, claim, key, "alias",
           "the alias '" + alias + "' is published as one of " + owner +
               " and stays so; take it out here or there",
           owner);
  }

  std::vector<IdClaim>& claims_;
  const Published& published_;
  const std::vector<Redirect>& redirects_;
  const FileStates& files_;
  FrontMatterPlaces places_;
  std::vector<uint32_t> former_;                            // by claim: what was published from its file
  std::vector<uint32_t> now_;                               // by published document: the claim of its file
  std::vector<bool> settled_;                               // by claim
  std::unordered_map<std::string, uint32_t> owners_;        // key_of() -> claim
  std::unordered_map<std::string, uint32_t> next_numbers_;  // key_of() of an id that is wanted -> number
  std::unordered_map<std::string_view, uint32_t> aliases_;  // published address -> document of those
  Statements stated_before_;                                // by published document
  Statements stated_now_;                                   // by claim, as it came
  std::vector<std::pair<uint32_t, std::string>> numbered_;  // claims that keep a number; what they want
  std::map<ShortDigest, uint32_t> new_texts_;               // of files that were not published
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace

std::vector<Diagnostic> settle_ids(std::vector<IdClaim>& claims, const Published& published,
                                   const std::vector<Redirect>& redirects, const FileStates& files,
                                   const SourceFolder& source) {
  return IdClaims(claims, published, redirects, files, source).run();
}

}  // namespace signpost
