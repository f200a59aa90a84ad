// operations.cc - see operations.h.
#include "api/operations.h"

#include "api/answer_operation.h"
#include "api/article_operation.h"
#include "api/categories_operation.h"
#include "api/channels_operation.h"
#include "api/crawler_operation.h"
#include "api/events_operation.h"
#include "api/feedback_operation.h"
#include "api/file_operation.h"
#include "api/health_operation.h"
#include "api/improvement_feed.h"
#include "api/incident_feed.h"
#include "api/incidents_operation.h"
#include "api/presence_operation.h"
#include "api/request_operation.h"
#include "api/request_state_operation.h"
#include "api/search_operation.h"
#include "api/share_operation.h"
#include "api/staff_find_operation.h"
#include "api/suggest_operation.h"

namespace signpost {

const std::vector<Operation>& operations() {
  static const std::vector<Operation> kOperations = {
      search_operation(),
      answer_operation(),
      suggest_operation(),
      article_operation(),
      categories_operation(),
      incidents_operation(),
      incident_feed_operation(),
      health_operation(),
      ready_operation(),
      file_operation(),
      sitemap_operation(),
      sitemap_part_operation(),
      robots_operation(),
      channels_operation(),
      presence_operation(),
      send_request_operation(),
      request_operation(),
      request_state_operation(),
      send_feedback_operation(),
      improvement_feed_operation(),
      send_event_operation(),
      staff_find_operation(),
      staff_find_settings_operation(),
      share_operation(),
  };
  return kOperations;
}

}  // namespace signpost
