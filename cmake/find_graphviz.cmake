# SPDX-License-Identifier: Apache-2.0
# Graphviz as a library: PkgConfig::GRAPHVIZ, and in GRAPHVIZ_PLUGINS the files of the two plugins that draw SVG in the
# layout of dot. They are linked rather than loaded, so that pictures depend on no file of settings and on no font.
find_package(PkgConfig QUIET)
if(PkgConfig_FOUND)
  pkg_check_modules(GRAPHVIZ QUIET IMPORTED_TARGET libgvc libcgraph)
endif()
if(GRAPHVIZ_FOUND)
  pkg_get_variable(graphviz_folder libgvc libdir)
  set(GRAPHVIZ_PLUGINS)
  foreach(plugin IN ITEMS core dot_layout)
    find_library(GRAPHVIZ_${plugin}_PLUGIN gvplugin_${plugin} HINTS "${graphviz_folder}/graphviz")
    mark_as_advanced(GRAPHVIZ_${plugin}_PLUGIN)
    list(APPEND GRAPHVIZ_PLUGINS "${GRAPHVIZ_${plugin}_PLUGIN}")
  endforeach()
  if(GRAPHVIZ_PLUGINS MATCHES "NOTFOUND")
    set(GRAPHVIZ_FOUND FALSE)
  endif()
endif()
