# What `cmake --install` (or ./dev install PREFIX) puts below the prefix: the programs, the front end, the systemd
# unit and the documents.
include(GNUInstallDirs)

foreach(program signpost signpost-index signpost-serve signpost-desk signpost-import signpost-eval)
  if(TARGET ${program})
    install(TARGETS ${program} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
  endif()
endforeach()

install(PROGRAMS packaging/signpost-ci DESTINATION ${CMAKE_INSTALL_BINDIR})

install(DIRECTORY web/ DESTINATION ${CMAKE_INSTALL_DATADIR}/signpost/web PATTERN "*.md" EXCLUDE)

# The code colours of web/ come from Debian's node-prismjs; the copy keeps an installed prefix whole.
set(SIGNPOST_PRISM_DIR /usr/share/nodejs/prismjs/components CACHE PATH "Where prism-core.min.js and the languages lie")
install(DIRECTORY ${SIGNPOST_PRISM_DIR}/ DESTINATION ${CMAKE_INSTALL_DATADIR}/signpost/web/prism
  FILES_MATCHING PATTERN "prism-*.min.js")

install(DIRECTORY packaging/deliveries DESTINATION ${CMAKE_INSTALL_DATADIR}/signpost)

install(FILES LICENSE README.md CHANGELOG.md ARCHITECTURE.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY articles/ DESTINATION ${CMAKE_INSTALL_DOCDIR}/articles)

# The unit names the programs by their full path, known only when the prefix is.
install(CODE "
  set(SIGNPOST_BIN \"\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_BINDIR}\")
  set(SIGNPOST_SHARE \"\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_DATADIR}/signpost\")
  configure_file(\"${PROJECT_SOURCE_DIR}/packaging/signpost.service.in\"
    \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/lib/systemd/system/signpost.service\" @ONLY)
")
