_oc_strategy_completion() {
    local IFS=$'
'
    COMPREPLY=( $( env COMP_WORDS="${COMP_WORDS[*]}" \
                   COMP_CWORD=$COMP_CWORD \
                   _OC_STRATEGY_COMPLETE=complete_bash $1 ) )
    return 0
}

complete -o default -F _oc_strategy_completion oc-strategy
