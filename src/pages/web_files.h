// web_files.h - all that is read from the folder web/, at the start and again on a reload.
// Tested by tests/unit/service/service_test.cc.
#pragma once

#include <string>

#include "pages/assets.h"
#include "pages/i18n.h"
#include "pages/templates.h"

namespace signpost {

struct WebFiles {
  // Throws Error when something is missing or wrong.
  explicit WebFiles(const std::string& web_dir)
      : templates(web_dir + "/templates"),
        i18n(web_dir + "/i18n"),
        // The syntax highlighter is the person's own, or Debian's package node-prismjs.
        assets(web_dir, {web_dir + "/prism", "/usr/share/nodejs/prismjs/components"}) {}

  const Templates templates;
  const I18n i18n;
  const Assets assets;
};

}  // namespace signpost
