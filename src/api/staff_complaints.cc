// staff_complaints.cc - see staff_complaints.h.
#include "api/staff_complaints.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/ascii.h"
#include "base/error.h"
#include "store/complaint_table.h"
#include "store/store.h"

namespace signpost {
namespace {

// Of documents, each of which is read once however many complaints it has.
class PlacesOfGeneration {
 public:
  explicit PlacesOfGeneration(const OperationContext& context)
      : context_(context), owners_(context.generation->owners()) {}

  std::optional<SourcePlace> of(const SectionPlace& section) {
    const DocumentName name{section.id, section.lang};
    auto known = known_.find(name);
    if (known == known_.end()) {
      auto places = context_.searcher().source_places(name.id, name.lang, owners_);
      known = known_.emplace(name, std::move(places)).first;
    }
    if (!known->second) return std::nullopt;
    const auto place = known->second->find(section.anchor);
    return place == known->second->end() ? std::nullopt : std::optional(place->second);
  }

 private:
  const OperationContext& context_;
  const SourceOwners owners_;
  std::map<DocumentName, std::optional<SectionPlaces>> known_;
};

bool is_owned_by(const std::optional<SourcePlace>& place, const std::string& owner) {
  return place && std::any_of(place->owners.begin(), place->owners.end(),
                              [&](const std::string& one) { return lower_case(one) == owner; });
}

ComplaintsFound find_complaints(const OperationContext& context, SqliteDatabase& database,
                                const ComplaintQuestion& question) {
  ComplaintsFound found;
  PlacesOfGeneration places(context);
  std::set<std::string> owners;
  const std::string owner = lower_case(question.owner);
  std::vector<std::pair<int64_t, std::optional<SourcePlace>>> wanted;
  each_complaint_head(database, question.state, [&](const Complaint& complaint) {
    if (!question.lang.empty() && complaint.place.lang != question.lang) return;
    auto place = places.of(complaint.place);
    if (place) owners.insert(place->owners.begin(), place->owners.end());
    if (!owner.empty() && !is_owned_by(place, owner)) return;
    ++found.total;
    if (found.total > question.first && wanted.size() < question.most)
      wanted.emplace_back(complaint.number, std::move(place));
  });
  found.owners.assign(owners.begin(), owners.end());
  found.complaints.reserve(wanted.size());
  for (auto& [number, place] : wanted) {
    if (const auto complaint = find_complaint(database, number))
      found.complaints.push_back({complaint_entry(context, *complaint), std::move(place)});
  }
  return found;
}

}  // namespace

std::variant<ComplaintsFound, Problem> staff_complaints(const OperationContext& context,
                                                        const ComplaintQuestion& question) {
  ComplaintsFound found;
  try {
    context.store->read(
        [&](SqliteDatabase& database) { found = find_complaints(context, database, question); });
  } catch (const Error&) {
    return Problem{503, "Complaints can't be read. Try again in a moment."};
  }
  return found;
}

}  // namespace signpost
