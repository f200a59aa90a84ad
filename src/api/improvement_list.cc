// improvement_list.cc - see improvement_list.h.
#include "api/improvement_list.h"

#include <algorithm>

#include "api/paging.h"

namespace signpost {
bool tells_improvements(const OperationContext& context) {
  return context.store != nullptr && context.site().feedback.improvements;
}

ImprovementList improvement_list(const OperationContext& context, uint32_t page, uint32_t per_page) {
  const auto improvements = context.generation->improvements();
  const std::vector<const Complaint*> all = improvements->in_language(context.lang);
  ImprovementList list{all.size(), pages_of(all.size(), per_page), {}};
  const size_t first = std::min(size_t{page - 1} * per_page, all.size());
  const size_t last = std::min(first + per_page, all.size());
  list.entries.reserve(last - first);
  for (size_t i = first; i < last; ++i) list.entries.push_back(complaint_entry(context, *all[i]));
  return list;
}

}  // namespace signpost
